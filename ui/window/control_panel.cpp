#include "ui/window/control_panel.h"

#include "engine/training/pcd_trainer.h"
#include "ui/theme/icons.h"
#include "ui/widgets/log_slider.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/likelihood_settings.h"
#include "ui/window/model_fields.h"
#include "ui/window/monitors_section.h"
#include "ui/window/panel.h"
#include "ui/window/preset_choice.h"
#include "ui/window/trainer_section.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace rbm {

namespace {
constexpr double kSpeeds[] = {1, 10, 100, 0}; ///< updates per second; 0: no limit
constexpr int kPadlockSize = 14;

QFrame *makeLine(QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    return line;
}
} // namespace

ControlPanel::ControlPanel(QWidget *parent) : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 13, 14, 14);
    layout->setSpacing(10);
    m_preset = new PresetChoice(this);
    layout->addWidget(m_preset);
    addLiveControls(this);
    layout->addWidget(makeLine(this));
    addModelSettings(this);
    layout->addWidget(makeLine(this));
    m_trainer = new TrainerSection(this);
    layout->addWidget(m_trainer);
    layout->addWidget(makeLine(this));
    m_likelihood = new LikelihoodSettings(this);
    layout->addWidget(m_likelihood);
    layout->addWidget(makeLine(this));
    m_monitors = new MonitorsSection(this);
    layout->addWidget(m_monitors);
    layout->addStretch(1);
    setConfig(TrainingConfig{}, LiveControls{});
    connectPreset();
    whenLanguageChanges(this, [this] {
        setLocked(m_locked); // a locked field's tool tip is of two sentences
        showEffectiveStep();
    });
}

void ControlPanel::connectPreset() {
    const auto show = [this] { m_preset->showConfig(config()); };
    connect(m_trainer, &TrainerSection::edited, this, &ControlPanel::configEdited);
    connect(this, &ControlPanel::configEdited, this, show);
    connect(this, &ControlPanel::controlsChanged, this, show);
    connect(this, &ControlPanel::epochsEdited, this, show);
    connect(m_preset, &PresetChoice::chosen, this, [this](TrainingConfig config) {
        config.seed = this->config().seed;
        emit presetChosen(config);
        m_preset->showConfig(this->config()); // nothing changed where a person took it back
    });
}

void ControlPanel::addLiveControls(QWidget *parent) {
    auto *box = qobject_cast<QVBoxLayout *>(layout());
    box->addWidget(makeLabel(tr("Change while it trains"), "title", parent));
    m_learningRate = new LogSlider(tr("Learning rate"), parent);
    m_learningRate->setObjectNames(QStringLiteral("learningRateSlider"),
                                   QStringLiteral("learningRateEdit"));
    m_learningRate->setDecimals(4);
    m_learningRate->setRange(0.001, 100);
    m_momentum = new LogSlider(tr("Momentum"), parent);
    m_momentum->setObjectNames(QStringLiteral("momentumSlider"), QStringLiteral("momentumEdit"));
    m_momentum->setLinear(true);
    m_momentum->setDecimals(2);
    m_momentum->setRange(0, 0.99);
    box->addWidget(m_learningRate);
    box->addWidget(m_momentum);
    connect(m_learningRate, &LogSlider::valueChanged, this, &ControlPanel::emitControls);
    connect(m_momentum, &LogSlider::valueChanged, this, &ControlPanel::emitControls);

    box->addWidget(new QLabel(tr("Speed"), parent));
    m_speed = new SegmentedControl(parent);
    m_speed->setObjectName(QStringLiteral("speedSelector"));
    m_speed->setAccessibleName(tr("Training speed"));
    m_speed->addSegment(tr("Slow"), tr("1 update per second"));
    m_speed->addSegment(tr("Watch"), tr("10 updates per second"));
    m_speed->addSegment(tr("Fast"), tr("100 updates per second"));
    m_speed->addSegment(tr("Max"), tr("As fast as this computer can"));
    m_speed->setCurrent(3);
    connect(m_speed, &SegmentedControl::currentChanged, this,
            [this](int index) { emit speedChanged(kSpeeds[index]); });
    box->addWidget(m_speed);
}

QSpinBox *ControlPanel::addNumber(QGridLayout *form, const QString &label, const char *name,
                                  int most, int value) {
    auto *box = new QSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setRange(name == QByteArray("randomSeed") ? 0 : 1, most);
    box->setValue(value);
    box->setAccessibleName(label);
    setOpenToolTip(box, label);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(kNumberWidth);
    box->setKeyboardTracking(false);
    addFieldRow(form, label, box);
    return box;
}

void ControlPanel::addModelHeader(QWidget *parent) {
    auto *header = new QHBoxLayout;
    header->setSpacing(4);
    header->addWidget(makeLabel(tr("Model"), "title", parent));
    header->addStretch(1);
    m_padlock = new QLabel(parent);
    m_padlock->setObjectName(QStringLiteral("padlock"));
    m_lock = makeLabel(tr("restart to change"), "caption", parent);
    for (QLabel *label : {m_padlock, m_lock}) {
        label->setToolTip(whyLocked());
        label->hide();
        header->addWidget(label);
    }
    qobject_cast<QVBoxLayout *>(layout())->addLayout(header);
}

void ControlPanel::addPixels(QGridLayout *form) {
    m_pixels = new QComboBox(this);
    m_pixels->setObjectName(QStringLiteral("pixelChoice"));
    m_pixels->setAccessibleName(tr("Pixels"));
    m_pixels->setFixedWidth(kChoiceWidth);
    setOpenToolTip(m_pixels, tr("Pixels"));
    m_pixels->addItem(tr("gray"), static_cast<int>(Pixels::Gray));
    m_pixels->addItem(tr("sampled"), static_cast<int>(Pixels::Sampled));
    m_pixels->addItem(tr("threshold"), static_cast<int>(Pixels::Threshold));
    addFieldRow(form, tr("Pixels"), m_pixels);
}

void ControlPanel::addModelSettings(QWidget *parent) {
    addModelHeader(parent);
    auto *form = new QGridLayout;
    form->setVerticalSpacing(6);
    form->setColumnStretch(0, 1);
    m_hidden = addNumber(form, tr("Hidden units"), "hiddenUnits", 16384, 500);
    m_steps = addNumber(form, tr("Gibbs steps k"), "gibbsSteps", 100000, 30);
    m_batch = addNumber(form, tr("Batch size"), "batchSize", 100000, 80);
    m_seed = addNumber(form, tr("Random seed"), "randomSeed", std::numeric_limits<int>::max(), 1);
    addPixels(form);
    m_epochs = addNumber(form, tr("Epochs"), "epochs", 1000000, 130);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(form);

    for (auto *number : {m_hidden, m_steps, m_batch, m_seed})
        connect(number, &QSpinBox::valueChanged, this, &ControlPanel::configEdited);
    connect(m_batch, &QSpinBox::valueChanged, this, &ControlPanel::showEffectiveStep);
    connect(m_pixels, &QComboBox::currentIndexChanged, this, &ControlPanel::configEdited);
    connect(m_epochs, &QSpinBox::valueChanged, this, &ControlPanel::epochsEdited);
}

TrainingConfig ControlPanel::config() const {
    TrainingConfig config;
    config.numHidden = static_cast<std::size_t>(m_hidden->value());
    config.k = static_cast<std::size_t>(m_steps->value());
    config.batchSize = static_cast<std::size_t>(m_batch->value());
    config.numEpoch = static_cast<std::size_t>(m_epochs->value());
    config.seed = static_cast<std::uint64_t>(m_seed->value());
    config.pixels = static_cast<Pixels>(m_pixels->currentData().toInt());
    config.learningRate = m_learningRate->value();
    config.momentum = m_momentum->value();
    m_trainer->addTo(config);
    return config;
}

LiveControls ControlPanel::controls() const {
    return {m_learningRate->value(), m_momentum->value()};
}

void ControlPanel::setConfig(const TrainingConfig &config, const LiveControls &controls) {
    const QSignalBlocker blocker(this);
    m_hidden->setValue(static_cast<int>(config.numHidden));
    m_steps->setValue(static_cast<int>(config.k));
    m_batch->setValue(static_cast<int>(config.batchSize));
    m_epochs->setValue(static_cast<int>(config.numEpoch));
    m_seed->setValue(static_cast<int>(config.seed));
    m_pixels->setCurrentIndex(m_pixels->findData(static_cast<int>(config.pixels)));
    m_learningRate->setValue(controls.learningRate);
    m_momentum->setValue(controls.momentum);
    m_trainer->setConfig(config);
    setLocked(m_locked); // a locked choice is as wide as its text
    showEffectiveStep();
    m_preset->showConfig(this->config());
}

void ControlPanel::changeLearningRate(double factor) { m_learningRate->stepByFactor(factor); }

void ControlPanel::emitControls() {
    showEffectiveStep();
    emit controlsChanged(controls());
}

void ControlPanel::showEffectiveStep() {
    const double step =
        effectiveStep(m_learningRate->value(), static_cast<std::size_t>(m_batch->value()));
    m_learningRate->setSuffixText(tr("effective step %1").arg(QLocale().toString(step, 'g', 3)));
}

void ControlPanel::showState(RunState state) {
    m_preset->setLocked(state == RunState::Training);
    const bool locked = state != RunState::Idle && state != RunState::NoData;
    if (locked != m_locked)
        setLocked(locked);
}

void ControlPanel::setLocked(bool locked) {
    m_locked = locked;
    for (QWidget *field : {m_hidden, m_steps, m_batch, m_seed})
        setFieldLocked(field, locked);
    setChoiceLocked(m_pixels, locked);
    m_trainer->setLocked(locked);
    m_padlock->setVisible(locked);
    m_lock->setVisible(locked);
}

void ControlPanel::applyTheme(const Theme &theme) {
    m_padlock->setPixmap(icon(QStringLiteral("lock"), theme)
                             .pixmap(QSize(kPadlockSize, kPadlockSize), devicePixelRatioF()));
    m_trainer->applyTheme(theme);
    m_monitors->applyTheme(theme);
}

} // namespace rbm
