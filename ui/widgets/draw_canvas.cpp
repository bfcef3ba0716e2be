#include "ui/widgets/draw_canvas.h"

#include "ui/widgets/pixel_grid.h"
#include "ui/widgets/retranslate.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kFrame = 2;       ///< around the digit
constexpr int kCell = 8;        ///< of the screen for a pixel, where there is room
constexpr int kSmallCell = 3;   ///< where there is not
constexpr double kHeldAt = 0.5; ///< of a pixel must be covered to be held

std::uint8_t gray(double value) { return static_cast<std::uint8_t>(std::lround(value)); }
} // namespace

DrawCanvas::DrawCanvas(QWidget *parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    whenLanguageChanges(this, [this] { tellCursor(); });
}

QSize DrawCanvas::sizeHint() const { return kCell * m_size + QSize(2 * kFrame, 2 * kFrame); }

QSize DrawCanvas::minimumSizeHint() const {
    return kSmallCell * m_size + QSize(2 * kFrame, 2 * kFrame);
}

void DrawCanvas::setTheme(const Theme &theme) {
    m_theme = theme;
    m_table = digitColours(theme.kind, DigitInk::Mnist);
    update();
}

void DrawCanvas::setShape(int width, int height) {
    m_size = QSize(std::max(1, width), std::max(1, height));
    m_cursor = {m_size.width() / 2, m_size.height() / 2};
    clear();
    updateGeometry();
}

void DrawCanvas::setContent(const Pixels &image, const Pixels &held) {
    setEnabled(true);
    const Pixels mask = held.empty() ? Pixels(image.size()) : held;
    if (image == m_image && mask == m_held)
        return;
    m_stroke.reset();
    m_image = image;
    m_held = mask;
    tellCursor();
    update();
}

void DrawCanvas::clear() {
    m_stroke.reset();
    m_image.clear();
    m_held.clear();
    setEnabled(false);
    update();
}

void DrawCanvas::setTool(DrawTool tool) {
    if (m_tool == tool)
        return;
    endStroke();
    m_tool = tool;
    update();
}

void DrawCanvas::setBrush(const Brush &brush) {
    m_brush = brush;
    update();
}

// A stroke.

void DrawCanvas::beginStroke(const QPointF &at, bool byKey) {
    endStroke();
    if (isEmpty())
        return;
    const int x = std::clamp(static_cast<int>(std::floor(at.x())), 0, m_size.width() - 1);
    const int y = std::clamp(static_cast<int>(std::floor(at.y())), 0, m_size.height() - 1);
    const bool wasHeld = m_held[pixelIndex(m_size, {x, y})] != 0;
    m_stroke = Stroke{m_image, m_held, at, !wasHeld, byKey};
    strokeTo(at);
}

void DrawCanvas::strokeTo(const QPointF &at) {
    const QPointF from = std::exchange(m_stroke->last, at);
    forCoveredPixels(m_brush, from, at, m_size,
                     [this](std::size_t pixel, double coverage) { paintPixel(pixel, coverage); });
    tellCursor();
    update();
}

void DrawCanvas::paintPixel(std::size_t at, double coverage) {
    switch (m_tool) {
    // The darkest or lightest of a stroke counts: its moves overlap and must not add up.
    case DrawTool::Draw:
        m_image[at] = std::max(m_image[at], gray(255 * coverage));
        break;
    case DrawTool::Erase:
        m_image[at] = std::min(m_image[at], gray(255 * (1 - coverage)));
        break;
    case DrawTool::Clamp:
        if (coverage >= kHeldAt)
            m_held[at] = m_stroke->holds ? 1 : 0;
        break;
    }
}

void DrawCanvas::endStroke() {
    if (!m_stroke)
        return;
    const Stroke before = *std::exchange(m_stroke, std::nullopt);
    update();
    if (m_image != before.image || m_held != before.held)
        emit strokeFinished();
}

void DrawCanvas::cancelStroke() {
    Stroke before = *std::exchange(m_stroke, std::nullopt);
    m_image = std::move(before.image);
    m_held = std::move(before.held);
    tellCursor();
    update();
}

// Mouse and keyboard.

void DrawCanvas::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_showsCursor = false;
    m_hover = event->position();
    beginStroke(toPixels(event->position()), false);
}

void DrawCanvas::mouseMoveEvent(QMouseEvent *event) {
    m_hover = event->position();
    if (m_stroke && !m_stroke->byKey)
        strokeTo(toPixels(event->position()));
    update();
}

void DrawCanvas::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton && m_stroke && !m_stroke->byKey)
        endStroke();
}

void DrawCanvas::leaveEvent(QEvent *) {
    m_hover.reset();
    update();
}

void DrawCanvas::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor({-1, 0});
    case Qt::Key_Right:
        return moveCursor({1, 0});
    case Qt::Key_Up:
        return moveCursor({0, -1});
    case Qt::Key_Down:
        return moveCursor({0, 1});
    case Qt::Key_Space:
        m_showsCursor = true;
        if (!event->isAutoRepeat())
            beginStroke(QPointF(m_cursor) + QPointF(0.5, 0.5), true);
        return;
    case Qt::Key_Escape:
        if (m_stroke)
            return cancelStroke();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void DrawCanvas::keyReleaseEvent(QKeyEvent *event) {
    if (event->key() != Qt::Key_Space)
        return QWidget::keyReleaseEvent(event);
    if (!event->isAutoRepeat() && m_stroke && m_stroke->byKey)
        endStroke();
}

void DrawCanvas::moveCursor(const QPoint &by) {
    m_showsCursor = true;
    m_cursor = {std::clamp(m_cursor.x() + by.x(), 0, m_size.width() - 1),
                std::clamp(m_cursor.y() + by.y(), 0, m_size.height() - 1)};
    if (m_stroke && m_stroke->byKey)
        strokeTo(QPointF(m_cursor) + QPointF(0.5, 0.5));
    tellCursor();
    update();
}

/// For a screen reader, which cannot see what is under the cursor.
void DrawCanvas::tellCursor() {
    const std::size_t at = pixelIndex(m_size, m_cursor);
    QString text = tr("Arrow keys move the cursor, Space paints.");
    if (!isEmpty()) {
        const bool isHeld = at < m_held.size() && m_held[at] != 0;
        const QString state = isHeld ? tr("held") : tr("free");
        text = tr("Row %1, column %2: %3 percent white, %4. %5")
                   .arg(m_cursor.y() + 1)
                   .arg(m_cursor.x() + 1)
                   .arg(std::lround(m_image[at] / 2.55))
                   .arg(state, text);
    }
    setAccessibleDescription(text);
}

void DrawCanvas::focusInEvent(QFocusEvent *event) {
    m_showsCursor = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
}

void DrawCanvas::focusOutEvent(QFocusEvent *event) {
    if (m_stroke && m_stroke->byKey)
        endStroke(); // the release of Space goes elsewhere
    QWidget::focusOutEvent(event);
}

// Places.

int DrawCanvas::cell() const {
    return std::max(1, std::min((width() - 2 * kFrame) / m_size.width(),
                                (height() - 2 * kFrame) / m_size.height()));
}

QRect DrawCanvas::area() const {
    const QSize size = cell() * m_size;
    return {QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QRect DrawCanvas::pixelRect(const QPoint &pixel) const {
    return {area().topLeft() + cell() * pixel, QSize(cell(), cell())};
}

QPointF DrawCanvas::toPixels(const QPointF &position) const {
    return (position - area().topLeft()) / cell();
}

} // namespace rbm
