#include "ui/window/gibbs_controls.h"

#include "ui/session/worker.h"
#include "ui/theme/icons.h"
#include "ui/widgets/arrow_row.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/digit_browser.h"
#include "ui/window/draw_panel.h"
#include "ui/window/mixing_controls.h"
#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr double kSpeeds[] = {1, 10, 100, 0}; ///< steps per second; 0: no limit
constexpr int kFullSpeed = 3;
constexpr int kNoise = 2;          ///< among the orders
constexpr int kRoomForHints = 720; ///< height
constexpr QSize kPopup{362, 420};
} // namespace

GibbsControls::GibbsControls(ChainEdits &edits, QWidget *parent) : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *choice = new Panel(tr("Choose start images"), this);
    choice->setObjectName(QStringLiteral("startPanel"));
    addChoice(choice->body());
    makeBrowser();
    layout->addWidget(choice);
    m_draw = new DrawPanel(edits, this);
    layout->addWidget(m_draw, 100); // grows before the last one does
    m_run = new Panel(tr("Run the chain"), this);
    m_run->setCaption(tr("steps per second"));
    addRun(m_run->body());
    m_run->body()->addStretch(1);
    layout->addWidget(m_run, 1);
    m_mixing = new MixingControls(this);
    m_mixing->body()->addStretch(1);
    layout->addWidget(m_mixing, 1);
    showMixing(false);
}

void GibbsControls::showMixing(bool shown) {
    m_draw->setVisible(!shown);
    m_run->setVisible(!shown);
    m_mixing->setVisible(shown);
}

void GibbsControls::resizeEvent(QResizeEvent *event) {
    m_draw->showHint(height() >= kRoomForHints);
    QWidget::resizeEvent(event);
}

void GibbsControls::addChoice(QVBoxLayout *layout) {
    auto *row = new QHBoxLayout;
    row->setSpacing(3);
    for (int digit = 0; digit < 10; ++digit) {
        auto *button = new QPushButton(QString::number(digit), this);
        button->setObjectName(QStringLiteral("digitFilter%1").arg(digit));
        button->setProperty("digit", true);
        button->setCheckable(true);
        button->setChecked(true);
        whenLanguageChanges(button, [button, digit] {
            button->setAccessibleName(tr("Digit %1").arg(digit));
            button->setToolTip(button->isEnabled() ? tr("Start from digits %1").arg(digit)
                                                   : tr("These images have no labels"));
        });
        connect(button, &QPushButton::toggled, this, &GibbsControls::classesChanged);
        m_digits[static_cast<std::size_t>(digit)] = button;
        row->addWidget(button);
    }
    new ArrowRow({m_digits.begin(), m_digits.end()}, this);
    layout->addLayout(row);
    m_order = new SegmentedControl(this);
    m_order->setObjectName(QStringLiteral("digitOrder"));
    m_order->setAccessibleName(tr("Start images"));
    m_order->addSegment(tr("By class"), tr("Classes take turns, in columns"));
    m_order->addSegment(tr("At random"), tr("Any digit of the chosen classes"));
    m_order->addSegment(tr("Noise"), tr("Each pixel black or white, by chance"));
    m_order->setCurrent(0);
    connect(m_order, &SegmentedControl::currentChanged, this, &GibbsControls::pickWanted);
    layout->addWidget(m_order);
    m_pick = new QPushButton(tr("Pick other digits"), this);
    m_pick->setObjectName(QStringLiteral("pickOthers"));
    m_pick->setToolTip(tr("R"));
    connect(m_pick, &QPushButton::clicked, this, &GibbsControls::pickWanted);
    m_browse = new QPushButton(tr("Browse…"), this);
    m_browse->setObjectName(QStringLiteral("browseDigits"));
    m_browse->setToolTip(tr("Choose the selected chain's digit"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_pick, 1);
    buttons->addWidget(m_browse);
    layout->addLayout(buttons);
}

void GibbsControls::makeBrowser() {
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName(QStringLiteral("digitPopup"));
    m_popup->setProperty("panel", true);
    auto *layout = new QVBoxLayout(m_popup);
    layout->addWidget(makeLabel(tr("Click the digit that the selected chain shall start from."),
                                "caption", m_popup));
    m_browser = new DigitBrowser(m_popup);
    layout->addWidget(m_browser, 1);
    m_popup->resize(kPopup);
    connect(m_browser, &DigitBrowser::digitPicked, this, &GibbsControls::digitPicked);
    connect(m_browse, &QPushButton::clicked, this, &GibbsControls::openBrowser);
}

void GibbsControls::openBrowser() {
    const QRect screen = m_browse->screen()->availableGeometry();
    const QPoint wanted = m_browse->mapToGlobal(QPoint(m_browse->width() + 8, 0));
    m_popup->move(std::clamp(wanted.x(), screen.left(), screen.right() - kPopup.width()),
                  std::clamp(wanted.y(), screen.top(), screen.bottom() - kPopup.height()));
    m_popup->show();
    m_browser->setFocus();
}

void GibbsControls::addRun(QVBoxLayout *layout) {
    m_speed = new SegmentedControl(this);
    m_speed->setObjectName(QStringLiteral("chainSpeed"));
    m_speed->setAccessibleName(tr("Steps per second"));
    for (const QString &text :
         {QStringLiteral("1"), QStringLiteral("10"), QStringLiteral("100"), tr("Max")})
        m_speed->addSegment(text);
    m_speed->setCurrent(kFullSpeed);
    connect(m_speed, &SegmentedControl::currentChanged, this,
            [this](int index) { emit speedChanged(kSpeeds[index]); });
    layout->addWidget(m_speed);

    m_play = new QPushButton(tr("Run the chain"), this);
    m_play->setObjectName(QStringLiteral("chainPlayPause"));
    m_play->setProperty("primary", true);
    m_play->setToolTip(tr("Shift+F5"));
    connect(m_play, &QPushButton::clicked, this, [this] { emit playWanted(!m_running); });
    m_step = new QPushButton(this);
    m_step->setObjectName(QStringLiteral("chainStep"));
    m_step->setAccessibleName(tr("One step"));
    m_step->setToolTip(tr("One step (Shift+F10)"));
    connect(m_step, &QPushButton::clicked, this, &GibbsControls::stepWanted);
    m_restart = new QPushButton(this);
    m_restart->setObjectName(QStringLiteral("chainRestart"));
    m_restart->setAccessibleName(tr("Back to the start images"));
    m_restart->setToolTip(tr("Back to the start images"));
    connect(m_restart, &QPushButton::clicked, this, &GibbsControls::restartWanted);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_play, 1);
    buttons->addWidget(m_step);
    buttons->addWidget(m_restart);
    layout->addLayout(buttons);
}

void GibbsControls::applyTheme(const Theme &theme) {
    m_theme = theme;
    m_pick->setIcon(icon(QStringLiteral("shuffle"), theme));
    m_step->setIcon(icon(QStringLiteral("step"), theme));
    m_restart->setIcon(icon(QStringLiteral("restart"), theme));
    m_play->setIcon(
        icon(m_running ? QStringLiteral("pause") : QStringLiteral("play"), theme, true));
    m_draw->applyTheme(theme);
    m_mixing->applyTheme(theme);
    m_browser->setColours(digitColours(theme.kind, DigitInk::Mnist));
}

void GibbsControls::setData(std::shared_ptr<const Dataset> images) {
    m_data = std::move(images);
    const bool labelled = m_data != nullptr && !m_data->labels.empty();
    for (QPushButton *button : m_digits) {
        button->setEnabled(labelled);
        if (!labelled)
            button->setToolTip(tr("These images have no labels"));
    }
    m_browser->setDigits(m_data, rowsOfClasses(*m_data, classes()));
    m_draw->setTileShape(static_cast<int>(m_data->width), static_cast<int>(m_data->height));
    m_mixing->setTileShape(static_cast<int>(m_data->width), static_cast<int>(m_data->height));
}

std::array<bool, 10> GibbsControls::classes() const {
    std::array<bool, 10> result{};
    std::transform(m_digits.begin(), m_digits.end(), result.begin(),
                   [](const QPushButton *button) { return button->isChecked(); });
    return result;
}

DigitOrder GibbsControls::order() const {
    return m_order->current() == 0 ? DigitOrder::ByClass : DigitOrder::Random;
}

bool GibbsControls::isNoise() const { return m_order->current() == kNoise; }

void GibbsControls::classesChanged() {
    const auto chosen = classes();
    const bool any = std::any_of(chosen.begin(), chosen.end(), [](bool on) { return on; });
    m_pick->setEnabled(any);
    if (m_data != nullptr)
        m_browser->setDigits(m_data, rowsOfClasses(*m_data, chosen));
    if (any)
        emit pickWanted();
}

void GibbsControls::showChains(const ChainView &chains) {
    const bool over = chains.live >= kChainLength;
    m_play->setEnabled(chains.count > 0 && !over);
    m_step->setEnabled(chains.count > 0 && !over && !chains.running);
    m_restart->setEnabled(chains.live > 0);
    m_play->setText(chains.running ? tr("Pause") : over ? tr("Finished") : tr("Run the chain"));
    if (m_running != chains.running) {
        m_running = chains.running;
        applyTheme(m_theme);
    }
}

} // namespace rbm
