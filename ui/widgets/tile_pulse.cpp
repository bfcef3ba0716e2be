#include "ui/widgets/tile_pulse.h"

#include "ui/widgets/motion.h"
#include "ui/widgets/tile_view.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr int kLifetime = 900; ///< ms
constexpr int kFrame = 40;     ///< ms, 25 pictures a second
constexpr int kPen = 3;
} // namespace

TilePulse::TilePulse(TileView *view) : QWidget(view), m_view(view), m_timer(this) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(view->rect());
    view->installEventFilter(this);
    m_timer.setInterval(kFrame);
    connect(&m_timer, &QTimer::timeout, this, &TilePulse::advance);
}

void TilePulse::setColour(const QColor &colour) {
    m_colour = colour;
    updateTiles();
}

void TilePulse::start(std::vector<int> tiles) {
    stop();
    if (isMotionReduced() || tiles.empty())
        return;
    m_tiles = std::move(tiles);
    m_time.start();
    m_timer.start();
    updateTiles();
}

void TilePulse::stop() {
    updateTiles();
    m_tiles.clear();
    m_timer.stop();
}

void TilePulse::advance() {
    if (isMotionReduced() || m_time.elapsed() >= kLifetime)
        stop();
    else
        updateTiles();
}

/// Only what the outlines cover is painted, they may be few among hundreds of tiles.
void TilePulse::updateTiles() {
    for (const int tile : m_tiles)
        update(m_view->tileRect(tile).adjusted(-kPen, -kPen, kPen, kPen));
}

void TilePulse::paintEvent(QPaintEvent *) {
    if (m_tiles.empty())
        return;
    QPainter painter(this);
    const double left = 1 - static_cast<double>(m_time.elapsed()) / kLifetime;
    QColor colour = m_colour;
    colour.setAlphaF(static_cast<float>(std::clamp(left, 0.0, 1.0)));
    painter.setPen(QPen(colour, kPen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    for (const int tile : m_tiles)
        painter.drawRect(m_view->tileRect(tile).adjusted(-1, -1, 0, 0));
}

bool TilePulse::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        setGeometry(m_view->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace rbm
