#include "ui/widgets/picture_view.h"

#include "ui/widgets/pixel_grid.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kFrame = 3;
} // namespace

PictureView::PictureView(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureView::setColours(const ColourTable &table) {
    m_table = table;
    fill();
}

void PictureView::setBorder(const QColor &colour) {
    m_border = colour;
    update();
}

void PictureView::setValues(std::vector<float> values, const QSize &shape, float low, float high) {
    m_values = std::move(values);
    m_shape = shape;
    m_low = low;
    m_high = high;
    fill();
}

void PictureView::setMarked(const QRect &pixels, const QColor &colour) {
    m_marked = pixels;
    m_mark = colour;
    update();
}

void PictureView::setFrame(const QColor &colour) {
    m_frame = colour;
    update();
}

void PictureView::setClickable(bool clickable) {
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
}

void PictureView::setStretched(bool stretched) {
    m_stretched = stretched;
    update();
}

void PictureView::fill() {
    update();
    if (m_shape.isEmpty() || m_values.empty()) {
        m_image = {};
        return;
    }
    m_image = QImage(m_shape, QImage::Format_ARGB32);
    m_image.fill(Qt::transparent);
    const float span = m_high > m_low ? m_high - m_low : 1;
    const auto width = static_cast<std::size_t>(m_shape.width());
    const std::size_t count = std::min(m_values.size(), pixelCount(m_shape));
    for (std::size_t first = 0; first < count; first += width) {
        auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(static_cast<int>(first / width)));
        for (std::size_t at = first; at < std::min(first + width, count); ++at) {
            const float part = (m_values[at] - m_low) / span;
            // NaN becomes the lowest: a picture is no place to fail.
            line[at - first] =
                m_table[part > 0 ? static_cast<std::size_t>(std::min(part * 512.0F, 511.0F)) : 0];
        }
    }
}

QRect PictureView::place() const {
    const QRect room = rect().adjusted(2, 2, -2, -2);
    if (m_stretched)
        return room;
    const double fitting = std::min(static_cast<double>(room.width()) / m_shape.width(),
                                    static_cast<double>(room.height()) / m_shape.height());
    // Whole factors keep all pixels alike; only where they would waste much, others.
    const double whole = std::floor(fitting);
    const double scale = whole >= 1 && whole > 0.8 * fitting ? whole : fitting;
    QRect place(0, 0, std::max(1, static_cast<int>(m_shape.width() * scale)),
                std::max(1, static_cast<int>(m_shape.height() * scale)));
    place.moveCenter(room.center());
    return place;
}

void PictureView::paintEvent(QPaintEvent *) {
    if (m_image.isNull())
        return;
    QPainter painter(this);
    const QRect at = place();
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          at.width() < m_shape.width() || at.height() < m_shape.height());
    painter.drawImage(at, m_image);
    const bool framed = m_frame.isValid();
    painter.setPen(QPen(framed ? m_frame : m_border, framed ? kFrame : 1, Qt::SolidLine,
                        Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(at.adjusted(-1, -1, 0, 0));
    if (hasFocus()) {
        painter.setPen(QPen(palette().text().color(), 1, Qt::DotLine));
        painter.drawRect(at.adjusted(2, 2, -3, -3));
    }
    if (m_marked.isEmpty())
        return;
    const double across = static_cast<double>(at.width()) / m_shape.width();
    const double down = static_cast<double>(at.height()) / m_shape.height();
    painter.setPen(QPen(m_mark, 1.5));
    painter.drawRect(QRectF(at.left() + m_marked.left() * across, at.top() + m_marked.top() * down,
                            m_marked.width() * across, m_marked.height() * down)
                         .adjusted(-1.5, -1, 1.5, 1));
}

void PictureView::mousePressEvent(QMouseEvent *event) {
    if (m_clickable && event->button() == Qt::LeftButton)
        emit clicked();
    else
        QWidget::mousePressEvent(event);
}

void PictureView::keyPressEvent(QKeyEvent *event) {
    const int key = event->key();
    if (m_clickable && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        emit clicked();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rbm
