#include "ui/window/chain_pictures.h"

#include "ui/widgets/picture_view.h"
#include "ui/widgets/retranslate.h"

#include <QGridLayout>
#include <QLabel>

namespace rbm {

namespace {

constexpr int kGap = 2;

void showIn(const std::vector<PictureView *> &views, const std::vector<float> &states,
            const QSize &shape, int count) {
    for (std::size_t chain = 0; chain < views.size(); ++chain) {
        const bool used = chain < static_cast<std::size_t>(count);
        views[chain]->setEnabled(used);
        if (!used) {
            views[chain]->setValues({}, shape, 0, 1);
            continue;
        }
        const std::size_t units = states.size() / static_cast<std::size_t>(count);
        const auto first = states.begin() + static_cast<std::ptrdiff_t>(chain * units);
        views[chain]->setValues({first, first + static_cast<std::ptrdiff_t>(units)}, shape, 0, 1);
    }
}

} // namespace

ChainPictures::ChainPictures(QWidget *parent) : QWidget(parent) {
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(kGap);
    m_visibleTitle = new QLabel(this);
    m_hiddenTitle = new QLabel(this);
    grid->addWidget(m_visibleTitle, 0, 0, 1, kChains);
    grid->addWidget(m_hiddenTitle, 2, 0, 1, kChains);
    for (int chain = 0; chain < kChains; ++chain) {
        auto *visible = new PictureView(this);
        visible->setObjectName(QStringLiteral("slowMotionVisible%1").arg(chain));
        visible->setClickable(true);
        connect(visible, &PictureView::clicked, this, [this, chain] { select(chain); });
        auto *hidden = new PictureView(this);
        hidden->setObjectName(QStringLiteral("slowMotionHidden%1").arg(chain));
        whenLanguageChanges(visible, [visible, hidden, chain] {
            visible->setAccessibleName(tr("Visible units of chain %1").arg(chain + 1));
            hidden->setAccessibleName(tr("Hidden units of chain %1").arg(chain + 1));
        });
        for (PictureView *view : {visible, hidden})
            view->setMinimumSize(20, 20);
        grid->addWidget(visible, 1, chain);
        grid->addWidget(hidden, 3, chain);
        grid->setColumnStretch(chain, 1);
        m_visible.push_back(visible);
        m_hidden.push_back(hidden);
    }
    grid->setRowStretch(1, 1);
    grid->setRowStretch(3, 1);
}

void ChainPictures::applyTheme(const Theme &theme) {
    m_accent = theme.accent;
    for (const auto *views : {&m_visible, &m_hidden}) {
        for (PictureView *view : *views) {
            view->setColours(digitColours(theme.kind, DigitInk::Model));
            view->setBorder(theme.border);
        }
    }
    showFrames();
}

void ChainPictures::showVisible(const std::vector<float> &states, const QSize &shape, int count) {
    showIn(m_visible, states, shape, count);
}

void ChainPictures::showHidden(const std::vector<float> &states, const QSize &shape, int count) {
    showIn(m_hidden, states, shape, count);
}

void ChainPictures::setTitles(const QString &visible, const QString &hidden) {
    m_visibleTitle->setText(visible);
    m_hiddenTitle->setText(hidden);
}

void ChainPictures::select(int chain) {
    if (chain == m_selected)
        return;
    m_selected = chain;
    showFrames();
    emit selectionChanged(chain);
}

void ChainPictures::showFrames() {
    for (std::size_t chain = 0; chain < m_visible.size(); ++chain)
        m_visible[chain]->setFrame(static_cast<int>(chain) == m_selected ? m_accent : QColor());
}

int ChainPictures::heightFor(int width) const {
    return 2 * (width / kChains + m_visibleTitle->sizeHint().height() + kGap);
}

} // namespace rbm
