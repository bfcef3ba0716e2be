#include "ui/window/mixing_page.h"

#include "ui/widgets/balance_bars.h"
#include "ui/widgets/class_strips.h"
#include "ui/widgets/ladder_view.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <memory>

namespace rbm {

namespace {
constexpr int kNowTile = 64;
constexpr int kPathShown = 240; ///< steps of the ladder
const QString kNothingYet = QStringLiteral("–");

QString decimal(double value) { return QLocale().toString(value, 'f', 1); }

QString meanText(const MixingArm &arm, int count) {
    return count > 1
               ? MixingPage::tr("%1 ± %2").arg(decimal(arm.meanChanges), decimal(arm.standardError))
               : decimal(arm.meanChanges);
}
} // namespace

MixingPage::MixingPage(QWidget *parent)
    : QWidget(parent), m_plain(makeArm(tr("Plain Gibbs sampling"), "plain")),
      m_balancePanel(new Panel(tr("Class balance"), this)),
      m_balance(new BalanceBars(m_balancePanel)),
      m_tempered(makeArm(tr("Parallel tempering"), "tempered")),
      m_ladder(new LadderView(m_tempered.panel)),
      m_stripsPanel(new Panel(tr("Classes on the way"), this)),
      m_strips(new ClassStrips(m_stripsPanel)) {
    makeBalance();
    makeLadder();
    makeStrips();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_plain.panel, 0, 0);
    layout->addWidget(m_balancePanel, 1, 0);
    layout->addWidget(m_tempered.panel, 0, 1, 2, 1);
    layout->addWidget(m_stripsPanel, 2, 0, 1, 2);
    layout->setColumnStretch(0, 2);
    layout->setColumnStretch(1, 3);
    layout->setRowStretch(1, 5);
    layout->setRowStretch(2, 3);
    show(nullptr);
}

MixingPage::Arm MixingPage::makeArm(const QString &title, const char *prefix) {
    Arm arm;
    const QString name = QLatin1String(prefix);
    arm.panel = new Panel(title, this);
    arm.panel->setObjectName(name + QStringLiteral("Mixing"));
    arm.now = new TileView(arm.panel);
    arm.now->setObjectName(name + QStringLiteral("Now"));
    arm.now->setAccessibleName(tr("The chosen chain now"));
    arm.now->setColumns(1);
    arm.now->setFixedSize(kNowTile, kNowTile);
    arm.now->setFocusPolicy(Qt::NoFocus);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(3);
    arm.changes = addFact(facts, tr("Class changes, this chain"), name + QStringLiteral("Changes"));
    arm.mean = addFact(facts, tr("Mean of all chains"), name + QStringLiteral("Mean"));
    arm.stayed = addFact(facts, tr("Never changed"), name + QStringLiteral("Stayed"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(arm.now, 0, Qt::AlignTop);
    row->addLayout(facts, 1);
    arm.panel->body()->addLayout(row);
    return arm;
}

QLabel *MixingPage::addFact(QBoxLayout *facts, const QString &name, const QString &object) {
    auto *row = new QHBoxLayout;
    auto *value = makeLabel(kNothingYet, "value", this);
    value->setObjectName(object);
    value->setAccessibleName(name);
    auto *label = new QLabel(name, this);
    label->setBuddy(value); // one explanation for both
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(value);
    facts->addLayout(row);
    return value;
}

void MixingPage::makeBalance() {
    m_balancePanel->setObjectName(QStringLiteral("balancePanel"));
    m_balance->setObjectName(QStringLiteral("classBalance"));
    m_balance->setAccessibleName(tr("Class balance"));
    m_balancePanel->body()->addWidget(m_balance, 1);
    m_plain.panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void MixingPage::makeLadder() {
    auto *trips = new QHBoxLayout;
    trips->setSpacing(6);
    m_followed = makeElidedLabel("caption", m_tempered.panel);
    m_followed->setObjectName(QStringLiteral("ladderFollowed"));
    trips->addWidget(m_followed, 1);
    auto *name = new QLabel(tr("Round trips"), m_tempered.panel);
    m_roundTrips = makeLabel(kNothingYet, "value", m_tempered.panel);
    m_roundTrips->setObjectName(QStringLiteral("roundTrips"));
    m_roundTrips->setAccessibleName(tr("Round trips"));
    name->setBuddy(m_roundTrips);
    trips->addWidget(name);
    trips->addWidget(m_roundTrips);
    m_tempered.panel->body()->addLayout(trips);
    m_ladder->setObjectName(QStringLiteral("mixingLadder"));
    m_ladder->setAccessibleName(tr("Ladder of temperatures"));
    m_tempered.panel->body()->addWidget(m_ladder, 1);
    connect(m_ladder, &LadderView::walkerFollowed, this, [this](int walker) {
        m_walker = walker;
        showFollowed();
    });
    whenLanguageChanges(this, [this] { showFollowed(); });
}

void MixingPage::showFollowed() {
    m_followed->setText(
        tr("in colour: walker %1, click on another to follow it").arg(m_walker + 1));
    m_followed->setToolTip(m_followed->text());
}

void MixingPage::makeStrips() {
    m_stripsPanel->setObjectName(QStringLiteral("stripsPanel"));
    m_strips->setObjectName(QStringLiteral("classStrips"));
    m_strips->setAccessibleName(tr("Classes on the way"));
    m_stripsPanel->body()->addWidget(m_strips, 1);
}

void MixingPage::applyTheme(const Theme &theme) {
    for (TileView *tile : {m_plain.now, m_tempered.now}) {
        tile->setBackground(theme.panel);
        tile->setColours(digitColours(theme.kind, DigitInk::Model));
    }
    m_balance->setTheme(theme);
    m_ladder->setTheme(theme);
    m_strips->setTheme(theme);
}

void MixingPage::setTileShape(int width, int height) {
    for (TileView *tile : {m_plain.now, m_tempered.now})
        tile->setTileShape(width, height);
    m_ladder->setTileShape(width, height);
}

QString MixingPage::emptyText(const MixingView *view) const {
    if (view == nullptr || !view->running)
        return tr("Press Start: from the same images, plain chains and tempered ones walk "
                  "3,000 steps.");
    return tr("First a classifier learns to tell digits by the hidden units.");
}

void MixingPage::show(const MixingView *view) {
    const bool hasBegun = view != nullptr && !view->ladder.path.empty();
    showArm(m_plain, hasBegun ? &view->plain : nullptr, view);
    showArm(m_tempered, hasBegun ? &view->tempered : nullptr, view);
    m_ladder->setEmptyText(emptyText(view));
    showLadder(hasBegun ? view : nullptr);
    showStrips(hasBegun ? view : nullptr);
    showBalance(hasBegun ? view : nullptr);
}

void MixingPage::showArm(const Arm &arm, const MixingArm *values, const MixingView *view) const {
    if (values == nullptr) {
        arm.now->clear();
        for (QLabel *fact : {arm.changes, arm.mean, arm.stayed})
            fact->setText(kNothingYet);
        return;
    }
    const QLocale locale;
    arm.now->setBytes(std::make_shared<const std::vector<std::uint8_t>>(values->now), 1);
    arm.changes->setText(locale.toString(values->changes));
    arm.mean->setText(meanText(*values, view->count));
    arm.stayed->setText(
        tr("%1 of %2").arg(locale.toString(values->stayed), locale.toString(view->count)));
}

void MixingPage::showLadder(const MixingView *view) {
    const QString caption =
        view == nullptr ? QString() : tr("%1 replicas").arg(QLocale().toString(view->replicas));
    m_tempered.panel->setCaption(caption);
    if (view == nullptr) {
        m_ladder->clear();
        m_roundTrips->setText(kNothingYet);
        return;
    }
    m_ladder->setRungs(view->ladder.betas, view->ladder.swapRate);
    m_ladder->setPath(view->ladder.path, kPathShown);
    m_ladder->setTiles(view->ladder.tiles);
    m_roundTrips->setText(QLocale().toString(static_cast<qulonglong>(view->ladder.roundTrips)));
}

void MixingPage::showStrips(const MixingView *view) {
    const auto strip = [](const QString &name, const MixingArm *arm, bool isAccented) {
        ClassStrip result{name, {}, {}, isAccented};
        if (arm != nullptr) {
            result.summary =
                arm->changes == 1 ? tr("1 change") : tr("%1 changes").arg(arm->changes);
            result.classes = arm->classes;
        }
        return result;
    };
    m_strips->setStrips({strip(tr("plain"), view != nullptr ? &view->plain : nullptr, false),
                         strip(tr("tempered"), view != nullptr ? &view->tempered : nullptr, true)});
    if (view == nullptr) {
        m_stripsPanel->setCaption({});
        return;
    }
    m_strips->setAxes(static_cast<int>(view->plain.shares.size()), view->lookEvery,
                      static_cast<int>(kMixingLength));
    m_stripsPanel->setCaption(tr("chain %1, looked at every %2 steps; gaps: no class is sure")
                                  .arg(view->chain + 1)
                                  .arg(view->lookEvery));
}

void MixingPage::showBalance(const MixingView *view) {
    QStringList classes;
    const int count = view != nullptr ? static_cast<int>(view->plain.shares.size()) : 10;
    for (int digit = 0; digit < count; ++digit)
        classes += QString::number(digit);
    classes += tr("?", "looks of no sure class");
    std::vector<BalanceBars::Series> series = {{tr("plain"), {}}, {tr("tempered"), {}}};
    m_balancePanel->setCaption({});
    if (view != nullptr) {
        const auto withUnsure = [](const MixingArm &arm) {
            std::vector<double> shares = arm.shares;
            shares.push_back(arm.unsure);
            return shares;
        };
        series[0].shares = withUnsure(view->plain);
        series[1].shares = withUnsure(view->tempered);
        m_balancePanel->setCaption(tr("all looks at all chains; ?: unsure"));
    }
    series.push_back({tr("data"), view != nullptr ? view->dataShares : std::vector<double>{}});
    m_balance->setBars(classes, series);
}

} // namespace rbm
