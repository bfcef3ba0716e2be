#pragma once

#include "ui/session/inspection.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QLabel;

namespace rbm {

class ColourScale;
class Panel;
class SegmentedControl;
class Session;
class TileView;
class UnitInspector;

/// All filters as large as the window allows, in an order that can be chosen, and
/// the inspector of one unit. The mouse shows the unit under it until one is
/// pinned by a click, Enter or the inspector's button; Esc lets go.
class FiltersWorkspace : public QWidget {
    Q_OBJECT
public:
    explicit FiltersWorkspace(Session &session, QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(const DatasetPair &images);
    void show(const TrainingSnapshot &snapshot);

    UnitSort sort() const;
    void setSort(UnitSort sort);

signals:
    void exportFiltersWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilterPanel();
    void addSortControl();
    void makeInspector();
    void connectTiles();

    /// Numbers of all units are taken as they come, but their order changes only
    /// while the mouse is elsewhere: nothing moves away under it.
    void takeInspection(const TrainingSnapshot &snapshot);
    void takeUnitsOff(const TrainingSnapshot &snapshot);
    void sortNow();
    int unitAt(int place) const;
    int placeOf(int unit) const;
    void showPlace(int place);
    void hover(int place);
    void setPinned(bool on);
    void step(int places);
    void switchUnit(bool on);
    void showUnit();
    bool isOff(int unit) const;
    QString factsOf(int unit) const;
    void describeUnit();
    void showCrosses();
    void showCaption();

    Session &m_session;
    Panel *m_filterPanel;
    SegmentedControl *m_sort;
    ColourScale *m_scale;
    QLabel *m_narrowCaption; ///< where the header has no room for one
    TileView *m_filters;
    UnitInspector *m_inspector;
    QAction *m_pinHovered; ///< Enter, wherever the focus is, while the mouse is over the tiles

    FloatTiles m_tiles;
    std::uint64_t m_update = 0; ///< of the newest snapshot
    std::shared_ptr<const Inspection> m_inspection;
    std::shared_ptr<const Inspection> m_sortedBy; ///< null: by index
    std::vector<int> m_places;                    ///< by unit, of m_sortedBy
    std::vector<std::uint32_t> m_unitsOff;        ///< as they were switched here
    std::vector<std::uint32_t> m_toldOff;         ///< as the last snapshot told
    int m_unit = -1;                              ///< that is shown
    bool m_pinned = false;
};

} // namespace rbm
