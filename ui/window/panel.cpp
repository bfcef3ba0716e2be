#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rbm {

QLabel *makeLabel(const QString &text, const char *role, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    return label;
}

Panel::Panel(const QString &title, QWidget *parent) : QFrame(parent) {
    setProperty("panel", true);
    m_caption = makeLabel(QString(), "caption", this);
    m_header = new QHBoxLayout;
    m_header->setSpacing(8);
    m_header->addWidget(makeLabel(title, "title", this));
    // A long caption must not widen the window: it gives way.
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_header->addWidget(m_caption, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 14);
    layout->setSpacing(8);
    layout->addLayout(m_header);
    m_body = new QVBoxLayout;
    m_body->setSpacing(8);
    layout->addLayout(m_body, 1);
}

void Panel::setCaption(const QString &text) {
    if (m_caption->text() == text)
        return;
    m_caption->setText(text);
    m_caption->setToolTip(text);
}

void Panel::addToHeader(QWidget *widget) { m_header->addWidget(widget); }

} // namespace rbm
