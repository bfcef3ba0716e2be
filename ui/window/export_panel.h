#pragma once

#include "ui/window/exports.h"

#include <QFrame>
#include <QPointer>

#include <functional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace rbm {

class SegmentedControl;

/// A small pane over the window's upper right corner: what to export, as what, how large. The
/// keyboard alone suffices, Return saves, Esc closes; the training goes on. It remembers the
/// last choice.
class ExportPanel : public QFrame {
    Q_OBJECT
public:
    explicit ExportPanel(QWidget *parent);

    /// Asked for the text below the fields, such as "880 × 434 pixels".
    void setDescribe(std::function<QString(const ExportChoice &)> describe);

    /// Opens with these kinds to choose from and this one chosen.
    void offer(const std::vector<ExportKind> &kinds, ExportKind chosen);
    /// The filters can be chosen from now on, too.
    void addFilters();
    ExportChoice choice() const;
    /// Asks anew for the text, where it is to be seen: what would be exported went on.
    void refresh();

signals:
    void saveWanted(const rbm::ExportChoice &choice);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFields();
    ExportKind kind() const;
    void showFields();
    void showText();
    void place();
    void save();
    void leave();

    std::function<QString(const ExportChoice &)> m_describe;
    QComboBox *m_what;
    QComboBox *m_format;
    SegmentedControl *m_scale;
    QSpinBox *m_every;
    QCheckBox *m_greyscale;
    std::vector<std::pair<QWidget *, QLabel *>> m_labels; ///< the fields' labels
    QLabel *m_text;
    QPushButton *m_save;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace rbm
