#include "ui/widgets/wrapped_label.h"

#include <QEvent>

namespace rbm {

namespace {
constexpr qsizetype kWidths = 64; ///< remembered; a person who resizes makes ever new ones
} // namespace

WrappedLabel::WrappedLabel(const char *role, QWidget *parent) : QLabel(parent) {
    setWordWrap(true);
    if (role != nullptr)
        setProperty("role", role);
}

int WrappedLabel::heightForWidth(int width) const {
    if (m_measured != text() || m_heights.size() > kWidths) {
        m_measured = text();
        m_heights.clear();
    }
    auto height = m_heights.find(width);
    if (height == m_heights.end())
        height = m_heights.insert(width, QLabel::heightForWidth(width));
    return *height;
}

bool WrappedLabel::event(QEvent *event) {
    switch (event->type()) {
    case QEvent::Polish:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ContentsRectChange:
        m_heights.clear();
        break;
    default:
        break;
    }
    return QLabel::event(event);
}

} // namespace rbm
