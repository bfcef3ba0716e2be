#pragma once

#include <QColor>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace rbm {

class TileView;

/// Outlines around some tiles of a view that fade away: what has just changed. Lies over the
/// view and lets the mouse through. While motion is reduced there are none.
class TilePulse : public QWidget {
    Q_OBJECT
public:
    /// `view` owns it.
    explicit TilePulse(TileView *view);

    void setColour(const QColor &colour);
    /// These tiles, by place, from the strongest on; the ones before stop.
    void start(std::vector<int> tiles);
    void stop();
    /// What is still to be seen.
    const std::vector<int> &tiles() const { return m_tiles; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void advance();
    void updateTiles();

    TileView *m_view;
    std::vector<int> m_tiles;
    QColor m_colour;
    QElapsedTimer m_time;
    QTimer m_timer;
};

} // namespace rbm
