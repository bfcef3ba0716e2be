#include "ui/widgets/tile_view.h"

#include "ui/widgets/tile_access.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kGap = 1;
constexpr int kMargin = 2; ///< room for the frame of a tile at the edge
constexpr int kFrame = 3;
/// Beyond this a pixel of a tile is a square, below it is smoothed.
constexpr double kSquarePixels = 1.0;

std::size_t entryOf01(float value) {
    // NaN becomes 0: a picture is no place to fail.
    return value > 0 ? static_cast<std::size_t>(std::min(value * 512.0F, 511.0F)) : 0;
}
} // namespace

TileView::TileView(QWidget *parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    makeTilesAccessible();
}

QSize TileView::sizeHint() const { return {280, 280}; }

QSize TileView::minimumSizeHint() const { return {2 * kMargin + 56, 2 * kMargin + 56}; }

void TileView::setTileShape(int width, int height) {
    if (m_width == width && m_height == height)
        return;
    m_width = std::max(1, width);
    m_height = std::max(1, height);
    clear();
}

void TileView::setColumns(int columns) {
    m_fixedColumns = columns;
    arrange();
    m_held.forget();
    fillAtlas();
}

void TileView::setColours(const ColourTable &table) {
    m_table = table;
    fillAtlas();
}

void TileView::setBackground(const QColor &colour) {
    m_background = colour;
    update();
}

void TileView::setAccent(const QColor &colour) {
    m_accent = colour;
    m_held.forget();
    update();
}

void TileView::setEmptyText(const QString &text) {
    m_emptyText = text;
    update();
}

void TileView::setTileNames(std::function<QString(int)> names) { m_names = std::move(names); }

QString TileView::tileName(int tile) const {
    if (tile < 0 || tile >= m_count)
        return {};
    const QString name = m_names ? m_names(tile) : QString();
    return name.isEmpty() ? tr("Picture %1 of %2").arg(tile + 1).arg(m_count) : name;
}

bool TileView::isHeld(int tile) const {
    return m_held.any(tile, static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height));
}

bool TileView::isCrossedOut(int tile) const {
    return std::find(m_crossedOut.begin(), m_crossedOut.end(), tile) != m_crossedOut.end();
}

void TileView::setOrder(std::vector<std::uint32_t> order) {
    if (order == m_order)
        return;
    m_order = std::move(order);
    m_held.forget();
    fillAtlas();
}

void TileView::setCrossedOut(std::vector<int> tiles) {
    if (tiles == m_crossedOut)
        return;
    m_crossedOut = std::move(tiles);
    update();
}

void TileView::setHeld(std::shared_ptr<const std::vector<std::uint8_t>> held) {
    if (m_held.set(std::move(held)))
        update();
}

void TileView::setWeights(std::shared_ptr<const std::vector<float>> tiles, int count, float scale) {
    m_values = std::move(tiles);
    m_scale = scale > 0 ? scale : 1;
    setContent(Kind::Weights, count);
}

void TileView::setProbabilities(std::shared_ptr<const std::vector<float>> tiles, int count) {
    m_values = std::move(tiles);
    setContent(Kind::Probabilities, count);
}

void TileView::setBytes(std::shared_ptr<const std::vector<std::uint8_t>> tiles, int count) {
    m_bytes = std::move(tiles);
    setContent(Kind::Bytes, count);
}

void TileView::clear() {
    m_values.reset();
    m_bytes.reset();
    m_atlas = {};
    setContent(Kind::Nothing, 0);
}

void TileView::setContent(Kind kind, int count) {
    const std::size_t values = kind == Kind::Bytes   ? (m_bytes == nullptr ? 0 : m_bytes->size())
                               : m_values == nullptr ? 0
                                                     : m_values->size();
    m_kind = values == 0 ? Kind::Nothing : kind;
    const auto whole = static_cast<int>(values / static_cast<std::size_t>(m_width * m_height));
    count = std::clamp(count, 0, whole);
    if (m_count != count) {
        m_count = count;
        arrange();
        m_held.forget();
        if (m_selected >= count)
            setSelected(-1);
    }
    fillAtlas();
}

void TileView::arrange() {
    m_columns = fittingColumns();
    tellTilesReplaced(this);
}

int TileView::valueAt(int place) const {
    if (place < 0 || place >= m_count)
        return -1;
    // An order for other values than these would point beyond them.
    if (m_order.size() != static_cast<std::size_t>(m_count))
        return place;
    return std::min(static_cast<int>(m_order[static_cast<std::size_t>(place)]), m_count - 1);
}

template <typename EntryOf>
void TileView::fillTiles(const EntryOf &entryOf) {
    const QSize size(m_columns * m_width, rows() * m_height);
    if (m_atlas.size() != size)
        m_atlas = QImage(size, QImage::Format_RGB32);
    m_atlas.fill(m_background);
    for (int tile = 0; tile < m_count; ++tile) {
        const int left = tile % m_columns * m_width;
        const int top = tile / m_columns * m_height;
        std::size_t at = static_cast<std::size_t>(valueAt(tile)) *
                         static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
        for (int row = 0; row < m_height; ++row) {
            auto *line = reinterpret_cast<QRgb *>(m_atlas.scanLine(top + row)) + left;
            for (int column = 0; column < m_width; ++column)
                line[column] = m_table[entryOf(at++)];
        }
    }
}

void TileView::fillAtlas() {
    update();
    if (m_count == 0) {
        m_atlas = {};
        return;
    }
    switch (m_kind) {
    case Kind::Nothing:
        break;
    case Kind::Weights:
        fillTiles([&values = *m_values, half = 0.5F / m_scale](std::size_t at) {
            return entryOf01(0.5F + half * values[at]);
        });
        break;
    case Kind::Probabilities:
        fillTiles([&values = *m_values](std::size_t at) { return entryOf01(values[at]); });
        break;
    case Kind::Bytes:
        fillTiles([&bytes = *m_bytes](std::size_t at) {
            return static_cast<std::size_t>(bytes[at]) * 511 / 255;
        });
        break;
    }
}

int TileView::columns() const { return m_columns; }

int TileView::rows() const { return (m_count + m_columns - 1) / m_columns; }

double TileView::scaleFor(int columns) const {
    const int rows = (m_count + columns - 1) / columns;
    const double wide = static_cast<double>(width() - 2 * kMargin + kGap) / columns - kGap;
    const double high = static_cast<double>(height() - 2 * kMargin + kGap) / rows - kGap;
    return std::min(wide / m_width, high / m_height);
}

int TileView::fittingColumns() const {
    if (m_fixedColumns > 0)
        return std::max(1, std::min(m_fixedColumns, std::max(1, m_count)));
    int best = 1;
    for (int columns = 1; columns <= std::min(m_count, 256); ++columns) {
        if (scaleFor(columns) > scaleFor(best))
            best = columns;
    }
    return best;
}

double TileView::tileScale() const {
    const double scale = scaleFor(m_columns);
    // Whole factors show pixels as they are; only where they would waste much, others.
    const double whole = std::floor(scale);
    return whole >= 1 && whole > 0.9 * scale ? whole : std::max(scale, 1.0 / m_width);
}

QSize TileView::tileSize() const {
    // Whole pixels for every tile, or the gaps between them would be uneven.
    const double scale = tileScale();
    return {std::max(1, static_cast<int>(m_width * scale)),
            std::max(1, static_cast<int>(m_height * scale))};
}

QRect TileView::tileRect(int tile) const {
    if (tile < 0 || tile >= m_count)
        return {};
    const QSize size = tileSize();
    return {QPoint(kMargin + tile % m_columns * (size.width() + kGap),
                   kMargin + tile / m_columns * (size.height() + kGap)),
            size};
}

int TileView::tileAt(const QPoint &position) const {
    if (m_count == 0 || position.x() < kMargin || position.y() < kMargin)
        return -1;
    const QSize size = tileSize();
    const int column = (position.x() - kMargin) / (size.width() + kGap);
    const int row = (position.y() - kMargin) / (size.height() + kGap);
    const int tile = row * m_columns + column;
    return column < m_columns && tile < m_count ? tile : -1;
}

void TileView::setSelected(int tile) {
    const int wanted = tile >= 0 && tile < m_count ? tile : -1;
    if (wanted == m_selected)
        return;
    updateFrame();
    if (m_selected < 0 || wanted < 0)
        update(); // the frame around the whole view, too
    m_selected = wanted;
    updateFrame();
    tellTileSelected(this, wanted);
    emit selectionChanged(wanted);
}

/// The mouse may change the selection all the time: only what the frame covers is painted.
void TileView::updateFrame() {
    update(tileRect(m_selected).adjusted(-kFrame, -kFrame, kFrame, kFrame));
}

void TileView::paintEvent(QPaintEvent *event) {
    QPainter painter(this);
    painter.fillRect(rect(), m_background.isValid() ? m_background : palette().window().color());
    if (m_count == 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, tileScale() < kSquarePixels);
    for (int tile = 0; tile < m_count; ++tile) {
        if (const QRect place = tileRect(tile); place.intersects(event->rect()))
            painter.drawImage(
                place, m_atlas,
                QRect(tile % m_columns * m_width, tile / m_columns * m_height, m_width, m_height));
    }
    m_held.paint(
        painter, *this, m_count, {m_width, m_height}, [this](int tile) { return tileRect(tile); },
        m_accent);
    for (const int tile : m_crossedOut)
        paintCross(painter, tileRect(tile));
    const auto frame = [&](const QRect &around, int width) {
        painter.setPen(QPen(m_accent, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(around);
    };
    // The whole view shows that the arrow keys are for it: before a tile is chosen, and after Tab.
    if (hasFocus() && (m_selected < 0 || m_reachedByKey))
        frame(rect().adjusted(1, 1, -2, -2), m_selected < 0 ? kFrame : 1);
    if (m_selected >= 0)
        frame(tileRect(m_selected).adjusted(-1, -1, 0, 0), kFrame);
}

void TileView::paintCross(QPainter &painter, const QRect &tile) const {
    QColor veil = m_background.isValid() ? m_background : palette().window().color();
    veil.setAlphaF(0.6F);
    painter.fillRect(tile, veil);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().text().color(), 1.5));
    painter.drawLine(tile.bottomLeft() + QPoint(3, -3), tile.topRight() + QPoint(-3, 3));
    painter.restore();
}

void TileView::resizeEvent(QResizeEvent *) {
    m_held.forget();
    if (fittingColumns() != m_columns) {
        arrange();
        fillAtlas();
    }
}

void TileView::mousePressEvent(QMouseEvent *event) {
    const int tile = tileAt(event->position().toPoint());
    setSelected(tile);
    if (tile >= 0)
        emit tileClicked(tile);
}

void TileView::mouseMoveEvent(QMouseEvent *event) {
    const int tile = tileAt(event->position().toPoint());
    if (tile == m_hovered)
        return;
    m_hovered = tile;
    if (tile >= 0)
        emit tileHovered(tile);
}

void TileView::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    m_reachedByKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
    // Whoever listens wants to hear where in the table they are.
    if (m_selected >= 0)
        tellTileSelected(this, m_selected);
}

void TileView::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    update();
}

void TileView::leaveEvent(QEvent *) { m_hovered = -1; }

void TileView::keyPressEvent(QKeyEvent *event) {
    int wanted = std::max(0, m_selected);
    switch (event->key()) {
    case Qt::Key_Left:
        wanted -= m_selected < 0 ? 0 : 1;
        break;
    case Qt::Key_Right:
        wanted += m_selected < 0 ? 0 : 1;
        break;
    case Qt::Key_Up:
        wanted -= m_selected < 0 ? 0 : m_columns;
        break;
    case Qt::Key_Down:
        wanted += m_selected < 0 ? 0 : m_columns;
        break;
    case Qt::Key_Home:
        wanted = 0;
        break;
    case Qt::Key_End:
        wanted = m_count - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            emit tileClicked(m_selected);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (wanted >= 0 && wanted < m_count)
        setSelected(wanted);
}

} // namespace rbm
