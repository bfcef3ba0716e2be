#include "ui/window/section_header.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>

namespace rbm {

namespace {
constexpr int kArrowSize = 12;
constexpr int kArrowMargin = 4; ///< below the arrow of a choice
} // namespace

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QPushButton(title, parent), m_arrow(new QLabel(this)) {
    setProperty("sectionHeader", true);
    setToolTip(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    m_arrow->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(this);
    inside->setContentsMargins(0, 0, kArrowMargin, 0);
    inside->addStretch(1);
    inside->addWidget(m_arrow);
    connect(this, &QPushButton::toggled, this, &SectionHeader::showArrow);
}

void SectionHeader::applyTheme(const Theme &theme) {
    m_folded = rbm::icon(QStringLiteral("folded"), theme);
    m_unfolded = rbm::icon(QStringLiteral("unfolded"), theme);
    showArrow();
}

void SectionHeader::showArrow() {
    const QIcon &arrow = isChecked() ? m_unfolded : m_folded;
    m_arrow->setPixmap(arrow.pixmap(QSize(kArrowSize, kArrowSize), devicePixelRatioF()));
}

} // namespace rbm
