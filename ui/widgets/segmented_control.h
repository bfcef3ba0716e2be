#pragma once

#include <QButtonGroup>
#include <QFrame>

namespace rbm {

/// A row of buttons of which one is on.
class SegmentedControl : public QFrame {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// The first is on until another is chosen.
    void addSegment(const QString &text, const QString &toolTip = {});
    /// A segment that is off says why in its tool tip.
    void setSegmentEnabled(int index, bool enabled, const QString &toolTip);
    /// Where there is not the room for them, the texts end in an ellipsis, sooner than that the
    /// window becomes wider; the segments' tool tips say more then.
    void setGivesWay(bool on);
    int current() const { return m_group.checkedId(); }
    /// Does not emit currentChanged.
    void setCurrent(int index);

signals:
    void currentChanged(int index);

private:
    void leadTabToCurrent();

    QButtonGroup m_group;
    int m_last = -1;
    bool m_givesWay = false;
};

} // namespace rbm
