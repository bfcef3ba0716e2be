#include "ui/widgets/ladder_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

LadderView::LadderView(QWidget *parent) : QWidget(parent), m_theme(theme(ThemeKind::Light)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LadderView::setTheme(const Theme &theme) {
    m_theme = theme;
    update();
}

void LadderView::setEmptyText(const QString &text) {
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    update();
}

void LadderView::setRungs(const std::vector<float> &betas, const std::vector<double> &swapRates) {
    if (betas.size() != m_betas.size())
        m_followed = m_told = 0;
    m_betas = betas;
    m_swapRates = swapRates;
    update();
}

void LadderView::setPath(std::vector<Row> rows, int length) {
    m_rows = std::move(rows);
    m_length = std::max(2, length);
    update();
}

void LadderView::setTiles(std::vector<std::uint8_t> tiles) {
    m_tiles = std::move(tiles);
    update();
}

void LadderView::clear() {
    m_betas.clear();
    m_swapRates.clear();
    m_rows.clear();
    m_tiles.clear();
    m_followed = m_told = 0;
    update();
}

int LadderView::rungOf(int walker) const {
    if (m_rows.empty())
        return -1;
    const Row &now = m_rows.back();
    const auto found = std::find(now.begin(), now.end(), walker);
    return found == now.end() ? -1 : static_cast<int>(found - now.begin());
}

int LadderView::rungAt(const QPoint &position) const {
    for (int rung = 0; rung < count(); ++rung) {
        if (rungRect(rung).contains(position))
            return rung;
    }
    return -1;
}

QString LadderView::rungText(int rung) const {
    const QLocale locale;
    const auto at = static_cast<std::size_t>(rung);
    QString text = tr("Inverse temperature %1").arg(locale.toString(m_betas[at], 'f', 3));
    if (!m_rows.empty() && at < m_rows.back().size())
        text += tr(": walker %1 is here").arg(m_rows.back()[at] + 1);
    if (at < m_swapRates.size())
        text += tr(". It swaps with the rung below in %1 % of the turns")
                    .arg(locale.toString(100 * m_swapRates[at], 'f', 0));
    return text;
}

void LadderView::follow(int rung) {
    if (rung < 0 || m_rows.empty())
        return;
    m_followed = m_rows.back()[static_cast<std::size_t>(rung)];
    emit walkerFollowed(m_followed);
    update();
}

void LadderView::tell(int rung) {
    m_told = rung;
    const QRect rect = rungRect(rung);
    QToolTip::showText(mapToGlobal(rect.center()), rungText(rung), this);
    update();
}

bool LadderView::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const int rung = rungAt(help->pos()); rung >= 0)
        QToolTip::showText(help->globalPos(), rungText(rung), this);
    else
        QToolTip::hideText();
    return true;
}

void LadderView::mousePressEvent(QMouseEvent *event) {
    const int rung = rungAt(event->pos());
    if (event->button() != Qt::LeftButton || rung < 0)
        return;
    m_told = rung; // the arrow keys go on from there
    follow(rung);
}

void LadderView::keyPressEvent(QKeyEvent *event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (count() == 0 || (step == 0 && !isEnter)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (isEnter)
        follow(m_told);
    tell(std::clamp(m_told + step, 0, count() - 1));
}

} // namespace rbm
