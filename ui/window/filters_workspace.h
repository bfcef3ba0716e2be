#pragma once

#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace rbm {

class ColourScale;
class Panel;
class TileView;

/// All filters as large as the window allows, and the chosen one larger still.
class FiltersWorkspace : public QWidget {
    Q_OBJECT
public:
    explicit FiltersWorkspace(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void show(const TrainingSnapshot &snapshot);

signals:
    void exportFiltersWanted();

private:
    QWidget *makeFilterPanel();
    QWidget *makeUnitPanel();
    void showUnit();

    Panel *m_filterPanel;
    Panel *m_unitPanel;
    TileView *m_filters;
    TileView *m_unit;
    QLabel *m_norm;
    ColourScale *m_scale;
    FloatTiles m_tiles;
    float m_scaleValue = 0;
    int m_width = 0;
    int m_height = 0;
};

} // namespace rbm
