#pragma once

#include "engine/data/dataset.h"
#include "ui/session/inspection.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/window/panel.h"

#include <array>
#include <memory>

class QLabel;
class QPushButton;
class QToolButton;

namespace rbm {

class BarChart;
class TileView;
class ToggleSwitch;

/// Which unit is shown, and where it stands in the present order.
struct ShownUnit {
    int unit = -1; ///< none: the empty state
    int place = 0; ///< from 0
    int count = 0;
    QString order = {}; ///< "by strength"
    bool pinned = false;
    bool off = false;
};

/// One hidden unit in full: its weights, what it does on all training images, the
/// images that excite it most, and a switch. Shows what it is given; the Filters
/// workspace decides which unit.
class UnitInspector : public Panel {
    Q_OBJECT
public:
    explicit UnitInspector(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(std::shared_ptr<const Dataset> images);
    void showUnit(const ShownUnit &unit);
    /// The newest weights of all units, [H, height * width].
    void setFilters(const FloatTiles &tiles, int width, int height, float scale);
    /// `stale`: the model has been updated since. Null: not known yet.
    void setInspection(std::shared_ptr<const Inspection> inspection, bool stale);

signals:
    void previousWanted();
    void nextWanted();
    void pinToggled(bool on);
    void unitSwitched(bool on);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Fact { kBias, kActive, kNorm, kStrongest, kFacts };

    QToolButton *makeStepButton(const QString &what, const char *name);
    QWidget *makeContent();
    QWidget *makeFacts();
    QWidget *makeControls();
    QWidget *makeCharts();
    QWidget *makeTopDigits();
    void fitSizes();
    bool knowsUnit() const;
    void showFilter();
    void showNumbers();
    void showFacts();
    void showCharts();
    void showTopDigits();
    void showAge();
    QString digitText(int tile) const;
    void tellDigit(int tile, const QPoint &where);

    ShownUnit m_shown;
    std::shared_ptr<const Dataset> m_data;
    std::shared_ptr<const Inspection> m_inspection;
    bool m_stale = false;
    FloatTiles m_tiles;
    float m_scale = 1;
    int m_width = 0;
    int m_height = 0;
    int m_factor = 0;      ///< pixels a weight
    int m_fittedWidth = 0; ///< that the factor was chosen for

    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_empty;
    QWidget *m_content;
    TileView *m_filter;
    std::array<QLabel *, kFacts> m_facts{};
    QWidget *m_factBox;
    QWidget *m_strongest;
    QPushButton *m_pin;
    ToggleSwitch *m_switch;
    QLabel *m_age;
    QWidget *m_charts;
    BarChart *m_histogram;
    QWidget *m_classBox;
    BarChart *m_classMeans;
    TileView *m_top;
};

} // namespace rbm
