#include "ui/window/chain_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/tile_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QStringList>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kTile = 88; ///< MNIST at three times its size, and the tile's frame
constexpr int kFactHeight = 24;
constexpr int kVisitedWidth = 96;
constexpr int kWidth = 214; ///< two tiles side by side

constexpr int kWithCommas = 4; ///< digits in one line

const QString kUnknown = QStringLiteral("–");

QString number(double value, int digits) {
    QString text = QLocale().toString(value, 'f', digits);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}
} // namespace

ChainPanel::ChainPanel(QWidget *parent) : Panel(tr("Selected"), parent) {
    setObjectName(QStringLiteral("chainPanel"));
    setFixedWidth(kWidth);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    m_start = addTile(grid, tr("Start"), "selectedStart");
    m_now = addTile(grid, tr("Now"), "selectedNow");
    m_reconstruction = addTile(grid, tr("One-step recon."), "selectedReconstruction");
    m_nearest = addTile(grid, tr("Nearest real"), "selectedNearest");
    body()->addLayout(grid);
    m_facts = new QVBoxLayout;
    m_facts->setSpacing(3);
    body()->addLayout(m_facts, 4);
    m_energy = addFact(tr("Free energy"), "selectedFreeEnergy");
    m_changed = addFact(tr("Pixels changed"), "selectedPixelsChanged");
    m_active = addFact(tr("Hidden units on"), "selectedActiveHidden");
    m_label = addFact(tr("Nearest is a"), "selectedNearestLabel");
    m_distance = addFact(tr("L2 distance"), "selectedNearestDistance");
    addVisited();
    body()->addStretch(1);
    whenLanguageChanges(this, [this] { // the rest comes with every snapshot
        m_visited->clear();
        showVisited(std::exchange(m_shownVisited, std::nullopt));
        if (m_shownNearest)
            m_distance->setText(number(m_shownNearest->distance, 2));
    });
}

/// Up to ten digits need two lines, and how they are told a line of its own.
void ChainPanel::addVisited() {
    m_visited = addFact(tr("Digits visited"), "selectedDigitsVisited");
    m_visited->setWordWrap(true);
    m_visited->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_visited->setFixedWidth(kVisitedWidth);
    m_visited->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
    m_teller = makeLabel(QString(), "caption", this);
    m_teller->setObjectName(QStringLiteral("selectedDigitsTeller"));
    m_teller->setAccessibleName(tr("How the visited digits are told"));
    m_teller->setMaximumHeight(kFactHeight);
    m_facts->addWidget(m_teller);
}

TileView *ChainPanel::addTile(QGridLayout *grid, const QString &name, const char *object) {
    auto *view = new TileView(this);
    view->setObjectName(QLatin1String(object));
    view->setAccessibleName(name);
    view->setColumns(1);
    view->setFixedSize(kTile, kTile);
    view->setFocusPolicy(Qt::NoFocus);
    const int at = grid->count() / 2;
    grid->addWidget(view, at / 2 * 2, at % 2);
    QLabel *caption = makeElidedLabel("caption", this);
    caption->setText(name);
    caption->setToolTip(name);
    grid->addWidget(caption, at / 2 * 2 + 1, at % 2);
    return view;
}

QLabel *ChainPanel::addFact(const QString &name, const char *object) {
    auto *row = new QHBoxLayout;
    auto *value = makeLabel(kUnknown, "value", this);
    value->setObjectName(QLatin1String(object));
    value->setAccessibleName(name);
    auto *label = new ElidedLabel(this);
    label->setText(name);
    label->setToolTip(name);
    for (QLabel *part : {static_cast<QLabel *>(label), value}) // closer where the window is small
        part->setMaximumHeight(kFactHeight);
    label->setBuddy(value); // one explanation for both
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(value);
    m_facts->addLayout(row);
    return value;
}

void ChainPanel::applyTheme(const Theme &theme) {
    for (TileView *view : {m_start, m_now, m_reconstruction, m_nearest}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    // White on black in both themes, so what marks its held pixels is the dark one's.
    m_start->setAccent(rbm::theme(ThemeKind::Dark).accent);
    for (TileView *view : {m_start, m_nearest})
        view->setColours(digitColours(theme.kind, DigitInk::Mnist));
    for (TileView *view : {m_now, m_reconstruction})
        view->setColours(digitColours(theme.kind, DigitInk::Model));
}

void ChainPanel::setData(const DatasetPair &images) {
    m_images = images.train;
    for (TileView *view : {m_start, m_now, m_reconstruction, m_nearest})
        view->setTileShape(static_cast<int>(m_images->width), static_cast<int>(m_images->height));
    clear();
}

void ChainPanel::clear() {
    for (TileView *view : {m_start, m_now, m_reconstruction, m_nearest})
        view->clear();
    for (QLabel *fact : {m_energy, m_changed, m_active, m_distance, m_label})
        fact->setText(kUnknown);
    showVisited({});
    m_shownNearest.reset();
}

void ChainPanel::showStart(ByteTiles start, const ByteTiles &held) {
    m_start->setBytes(std::move(start), 1);
    for (TileView *view : {m_start, m_now})
        view->setHeld(held);
}

void ChainPanel::showNow(FloatTiles now) { m_now->setProbabilities(std::move(now), 1); }

void ChainPanel::showDetail(const ChainDetail &detail) {
    m_reconstruction->setProbabilities(detail.reconstruction, 1);
    m_energy->setText(number(detail.freeEnergy, 1));
    m_changed->setText(number(detail.pixelsChanged, 0));
    m_active->setText(
        detail.activeHidden < 0
            ? kUnknown
            : tr("%1 of %2").arg(number(detail.activeHidden, 0), number(detail.hiddenUnits, 0)));
    showVisited(detail.visited);
    showNearest(detail);
}

void ChainPanel::showVisited(const std::optional<VisitedDigits> &visited) {
    if (visited == m_shownVisited && !m_visited->text().isEmpty())
        return;
    m_shownVisited = visited;
    const QLocale locale;
    QString digits = kUnknown;
    QString teller;
    QString how;
    if (visited && !visited->accuracy) {
        teller = tr("classifier learns: %1 %").arg(std::lround(100 * visited->learning));
    } else if (visited) {
        QStringList names;
        for (const int digit : visited->digits)
            names += QString::number(digit);
        if (!names.isEmpty())
            digits = names.join(names.size() > kWithCommas ? u" " : u", ");
        const QString right = locale.toString(100 * *visited->accuracy, 'f', 1);
        teller = tr("classifier: %1 % right").arg(right);
        how = tr("In the order of their first visit, up to the shown step. A classifier of the "
                 "hidden units, trained here, told them in %1 looks, one every %2 steps; %3 looks "
                 "were unsure and do not count. It is right for %4 % of the test images.")
                  .arg(visited->looks)
                  .arg(visited->every)
                  .arg(visited->unsure)
                  .arg(right);
    }
    m_visited->setText(digits);
    const bool isOneLine = m_visited->heightForWidth(kVisitedWidth) <= kFactHeight;
    m_visited->setMaximumHeight(isOneLine ? kFactHeight : 2 * kFactHeight);
    m_visited->setAccessibleDescription(how);
    m_teller->setText(teller);
    for (QLabel *label : {m_visited, m_teller})
        label->setToolTip(how);
}

void ChainPanel::showNearest(const ChainDetail &detail) {
    // While one is sought the last one stays, as long as it is of this chain.
    if (!detail.nearest || detail.nearest->chain != detail.chain ||
        detail.nearest->row >= m_images->count()) {
        m_nearest->clear();
        m_distance->setText(kUnknown);
        m_label->setText(kUnknown);
        m_shownNearest.reset();
        return;
    }
    if (detail.nearest == m_shownNearest)
        return;
    m_shownNearest = detail.nearest;
    const std::size_t row = detail.nearest->row;
    const auto image = m_images->image(row);
    m_nearest->setBytes(
        std::make_shared<const std::vector<std::uint8_t>>(image.begin(), image.end()), 1);
    m_distance->setText(number(detail.nearest->distance, 2));
    m_label->setText(m_images->labels.empty() ? kUnknown : QString::number(m_images->labels[row]));
}

} // namespace rbm
