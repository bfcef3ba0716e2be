#include "ui/widgets/timeline_view.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kLeft = 76; ///< room for the curve's title and range
constexpr int kGap = 6;   ///< between two pictures
constexpr int kLabels = 18;
constexpr int kTrack = 22;
constexpr int kSmallestCurve = 32;
constexpr double kHandle = 7; ///< radius
} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent), m_theme(rbm::theme(ThemeKind::Light)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TimelineView::setMarks(std::vector<int> marks) {
    m_marks = std::move(marks);
    reset();
}

void TimelineView::setTheme(const Theme &theme) {
    m_theme = theme;
    m_startColours = digitColours(theme.kind, DigitInk::Mnist);
    m_colours = digitColours(theme.kind, DigitInk::Model);
    fillPictures();
}

void TimelineView::setTileShape(int width, int height) {
    m_width = std::max(1, width);
    m_height = std::max(1, height);
    reset();
}

void TimelineView::setCurveTitle(const QString &title) {
    m_title = title;
    update();
}

void TimelineView::setLive(int step) {
    if (step == m_live)
        return;
    m_live = step;
    update();
}

void TimelineView::setPictures(std::shared_ptr<const std::vector<float>> pictures) {
    if (pictures == m_pictures)
        return;
    m_pictures = std::move(pictures);
    fillPictures();
}

void TimelineView::setHeld(HeldMarks::Mask held) {
    const bool isNew = m_startHeld.set(held);
    if (m_held.set(std::move(held)) || isNew)
        update();
}

void TimelineView::resizeEvent(QResizeEvent *) {
    m_startHeld.forget();
    m_held.forget();
}

void TimelineView::setCurve(std::vector<int> steps, std::vector<float> values) {
    m_steps = std::move(steps);
    m_values = std::move(values);
    m_steps.resize(std::min(m_steps.size(), m_values.size()));
    update();
}

void TimelineView::follow() { scrub(m_live); }

void TimelineView::reset() {
    m_live = 0;
    m_step.reset();
    m_pictures.reset();
    m_steps.clear();
    m_values.clear();
    fillPictures();
}

void TimelineView::fillPictures() {
    update();
    m_images.clear();
    m_startHeld.forget();
    m_held.forget();
    const auto size = static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
    const std::size_t reached = m_pictures == nullptr ? 0 : m_pictures->size() / size;
    for (std::size_t mark = 0; mark < std::min(reached, m_marks.size()); ++mark) {
        QImage image(m_width, m_height, QImage::Format_RGB32);
        const ColourTable &table = mark == 0 ? m_startColours : m_colours;
        for (std::size_t at = 0; at < size; ++at) {
            const float value = std::clamp((*m_pictures)[mark * size + at], 0.0F, 1.0F);
            const auto entry = static_cast<std::size_t>(std::min(value * 512.0F, 511.0F));
            const int column = static_cast<int>(at) % m_width;
            image.setPixel(column, static_cast<int>(at) / m_width, table[entry]);
        }
        m_images.push_back(image);
    }
}

double TimelineView::xOf(int step) const {
    const double cell = static_cast<double>(width() - kLeft) / count();
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), step);
    const int left = std::max(0, static_cast<int>(after - m_marks.begin()) - 1);
    double place = left;
    if (after != m_marks.end() && step > 0) {
        const double before = m_marks[static_cast<std::size_t>(left)];
        place += (step - before) / (*after - before);
    }
    return kLeft + cell * (place + 0.5);
}

int TimelineView::stepAt(double x) const {
    const double cell = static_cast<double>(width() - kLeft) / count();
    const double place =
        std::clamp((x - kLeft) / cell - 0.5, 0.0, static_cast<double>(count() - 1));
    const auto left = std::min(static_cast<std::size_t>(place), m_marks.size() - 2);
    const double share = place - static_cast<double>(left);
    const double step = m_marks[left] + share * (m_marks[left + 1] - m_marks[left]);
    return std::min(static_cast<int>(std::lround(step)), m_live);
}

int TimelineView::pictureSide() const {
    const int wide = (width() - kLeft) / count() - kGap;
    return std::max(12, std::min(wide, height() - kLabels - kTrack - kSmallestCurve - 2));
}

QRect TimelineView::pictureRect(int mark) const {
    const int side = pictureSide();
    const double cell = static_cast<double>(width() - kLeft) / count();
    return {static_cast<int>(kLeft + cell * (mark + 0.5)) - side / 2, 2, side, side};
}

int TimelineView::labelTop() const { return 2 + pictureSide() + 4; }

int TimelineView::trackY() const { return labelTop() + kLabels + kTrack / 2 - 2; }

QRect TimelineView::curveRect() const {
    const int top = trackY() + kTrack / 2;
    return {QPoint(static_cast<int>(xOf(0)), top),
            QPoint(static_cast<int>(xOf(m_marks.back())), height() - 4)};
}

QRectF TimelineView::handleRect() const {
    const QPointF centre(xOf(step()), trackY());
    return {centre - QPointF(kHandle, kHandle), centre + QPointF(kHandle, kHandle)};
}

void TimelineView::scrub(int step) {
    step = std::clamp(step, 0, m_live);
    // The newest step is followed on, also when the handle was pulled there.
    const std::optional<int> wanted =
        step == m_live ? std::optional<int>() : std::optional<int>(step);
    if (wanted == m_step)
        return;
    m_step = wanted;
    update();
    emit scrubbed(wanted.value_or(-1));
}

int TimelineView::nextMark(int from, int direction) const {
    if (direction > 0) {
        const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), from);
        return after == m_marks.end() ? m_live : *after;
    }
    const auto at = std::lower_bound(m_marks.begin(), m_marks.end(), from);
    return at == m_marks.begin() ? 0 : *(at - 1);
}

void TimelineView::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint place = event->position().toPoint();
    for (int mark = 0; mark < count(); ++mark) {
        const int step = m_marks[static_cast<std::size_t>(mark)];
        if (pictureRect(mark).contains(place) && step <= m_live) {
            scrub(step);
            return;
        }
    }
    if (place.y() < labelTop())
        return;
    m_dragging = true;
    scrub(stepAt(event->position().x()));
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    if (m_dragging)
        scrub(stepAt(event->position().x()));
}

void TimelineView::mouseReleaseEvent(QMouseEvent *) { m_dragging = false; }

void TimelineView::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
        scrub(step() - 1);
        break;
    case Qt::Key_Right:
        scrub(step() + 1);
        break;
    case Qt::Key_PageUp:
        scrub(nextMark(step(), -1));
        break;
    case Qt::Key_PageDown:
        scrub(nextMark(step(), 1));
        break;
    case Qt::Key_Home:
        scrub(0);
        break;
    case Qt::Key_End:
        follow();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace rbm
