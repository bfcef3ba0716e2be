#include "ui/window/panel.h"

#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace rbm {

namespace {
/// As high as a header with controls, so that titles of panels side by side are level.
constexpr int kHeaderHeight = 30;
} // namespace

QLabel *makeLabel(const QString &text, const char *role, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    return label;
}

QLabel *makeElidedLabel(const char *role, QWidget *parent) {
    auto *label = new ElidedLabel(parent);
    label->setProperty("role", role);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

Panel::Panel(const QString &title, QWidget *parent) : QFrame(parent) {
    setProperty("panel", true);
    m_title = new ElidedLabel(this); // gives way last
    m_title->setProperty("role", "title");
    setTitle(title);
    m_title->setObjectName(QStringLiteral("panelTitle"));
    auto *caption = new ElidedLabel(this); // a long one gives way, before the title does
    caption->vanishWhereNarrow();
    caption->setProperty("role", "caption");
    caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    caption->setMinimumWidth(1);
    m_caption = caption;
    m_caption->setObjectName(QStringLiteral("panelCaption"));
    m_header = new QHBoxLayout;
    m_header->setSpacing(8);
    m_header->addStrut(kHeaderHeight);
    m_header->addWidget(m_title);
    m_header->addWidget(m_caption, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 7, 14, 12);
    layout->setSpacing(2);
    layout->addLayout(m_header);
    m_body = new QVBoxLayout;
    m_body->setSpacing(8);
    layout->addLayout(m_body, 1);
}

void Panel::setTitle(const QString &text) {
    m_title->setText(text);
    m_title->setToolTip(text);
}

void Panel::setCaption(const QString &text, const QString &brief) {
    m_caption->setShortText(brief);
    if (m_caption->text() == text)
        return;
    m_caption->setText(text);
    m_caption->setToolTip(text);
}

void Panel::addToHeader(QWidget *widget) { m_header->addWidget(widget); }

} // namespace rbm
