#pragma once

#include "engine/data/dataset.h"
#include "ui/session/snapshot.h"
#include "ui/window/panel.h"

#include <QVector>

class QGridLayout;

namespace rbm {

struct Theme;
class TileView;

/// All of the selected chain at the shown step.
class ChainPanel : public Panel {
    Q_OBJECT
public:
    explicit ChainPanel(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(const DatasetPair &images);
    /// The chain's start and its held pixels, [V] each; the rest is not known yet.
    void showStart(ByteTiles start, const ByteTiles &held);
    /// The chain's P(v = 1 | h).
    void showNow(FloatTiles now);
    void showDetail(const ChainDetail &detail);
    void clear();

private:
    TileView *addTile(QGridLayout *grid, const QString &name, const char *object);
    QLabel *addFact(const QString &name, const char *object);
    void addVisited();
    void showNearest(const ChainDetail &detail);
    void showVisited(const std::optional<VisitedDigits> &visited);

    std::shared_ptr<const Dataset> m_images; ///< the training set
    QVBoxLayout *m_facts;
    TileView *m_start;
    TileView *m_now;
    TileView *m_reconstruction;
    TileView *m_nearest;
    QLabel *m_energy;
    QLabel *m_changed;
    QLabel *m_active;
    QLabel *m_distance;
    QLabel *m_label;
    QLabel *m_visited;
    QLabel *m_teller;
    std::optional<VisitedDigits> m_shownVisited;
    std::optional<NearestDigit> m_shownNearest;
};

} // namespace rbm
