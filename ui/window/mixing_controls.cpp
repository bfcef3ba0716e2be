#include "ui/window/mixing_controls.h"

#include "ui/theme/icons.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/tile_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kStartTile = 64;
constexpr int kFieldWidth = 92;
const QString kNoNumber = QStringLiteral("–");

QString mixingModelText(const MixingView &view) {
    const QLocale locale;
    if (view.modelUpdate == 0)
        return MixingControls::tr("untrained");
    const bool isWhole = view.modelEpoch == std::floor(view.modelEpoch);
    return MixingControls::tr("epoch %1")
        .arg(locale.toString(view.modelEpoch, 'f', isWhole ? 0 : 2));
}
} // namespace

MixingControls::MixingControls(QWidget *parent)
    : Panel(tr("Compare mixing"), parent), m_replicas(new QSpinBox(this)),
      m_chain(new QSpinBox(this)), m_start(new TileView(this)),
      m_play(new QPushButton(tr("Start"), this)), m_restart(new QPushButton(this)),
      m_progress(new QProgressBar(this)) {
    setObjectName(QStringLiteral("mixingControls"));
    addSettings();
    addRun();
    showView(nullptr);
    whenLanguageChanges(this, [this] { showCount(); });
}

void MixingControls::addSettings() {
    m_replicas->setObjectName(QStringLiteral("mixingReplicas"));
    m_replicas->setAccessibleName(tr("Replicas"));
    m_replicas->setRange(kLeastReplicas, kMostReplicas);
    m_replicas->setValue(kUsualReplicas);
    m_replicas->setKeyboardTracking(false); // a number that is being typed begins nothing
    connect(m_replicas, &QSpinBox::valueChanged, this, &MixingControls::replicasChanged);
    m_chain->setObjectName(QStringLiteral("mixingChain"));
    m_chain->setAccessibleName(tr("Chosen chain"));
    m_chain->setKeyboardTracking(false);
    connect(m_chain, &QSpinBox::valueChanged, this,
            [this](int value) { emit chainChosen(value - 1); });
    m_start->setObjectName(QStringLiteral("mixingStart"));
    m_start->setAccessibleName(tr("Start of the chosen chain"));
    m_start->setColumns(1);
    m_start->setFixedSize(kStartTile, kStartTile);
    m_start->setFocusPolicy(Qt::NoFocus);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    const auto addRow = [&](int row, const QString &name, QSpinBox *field) {
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        field->setAlignment(Qt::AlignRight);
        field->setFixedWidth(kFieldWidth);
        auto *label = new QLabel(name, this);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    addRow(0, tr("Replicas"), m_replicas);
    addRow(1, tr("Chain"), m_chain);
    grid->addWidget(m_start, 0, 3, 2, 1, Qt::AlignRight | Qt::AlignTop);
    grid->setColumnStretch(2, 1);
    body()->addLayout(grid);
}

void MixingControls::addRun() {
    m_play->setObjectName(QStringLiteral("mixingPlayPause"));
    m_play->setProperty("primary", true);
    m_play->setToolTip(tr("Shift+F5"));
    connect(m_play, &QPushButton::clicked, this, [this] { emit playWanted(!m_running); });
    m_restart->setObjectName(QStringLiteral("mixingRestart"));
    m_restart->setAccessibleName(tr("Begin again"));
    m_restart->setToolTip(tr("Begin again, with the newest model"));
    connect(m_restart, &QPushButton::clicked, this, &MixingControls::restartWanted);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_play, 1);
    buttons->addWidget(m_restart);
    body()->addLayout(buttons);

    m_progress->setObjectName(QStringLiteral("mixingProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    body()->addWidget(m_progress);
    const auto addFact = [this](const QString &name, const char *object) {
        auto *row = new QHBoxLayout;
        auto *value = makeLabel(QString(), "value", this);
        value->setObjectName(QLatin1String(object));
        value->setAccessibleName(name);
        auto *label = new QLabel(name, this);
        label->setBuddy(value);
        row->addWidget(label);
        row->addStretch(1);
        row->addWidget(value);
        body()->addLayout(row);
        return value;
    };
    m_steps = addFact(tr("Step"), "mixingSteps");
    m_rate = addFact(tr("Steps per second"), "mixingRate");
    m_accuracy = addFact(tr("Classifier"), "mixingAccuracy");
    m_model = addFact(tr("Model"), "mixingModel");
}

void MixingControls::applyTheme(const Theme &theme) {
    m_theme = theme;
    m_play->setIcon(
        icon(m_running ? QStringLiteral("pause") : QStringLiteral("play"), theme, true));
    m_restart->setIcon(icon(QStringLiteral("restart"), theme));
    m_start->setBackground(theme.panel);
    m_start->setColours(digitColours(theme.kind, DigitInk::Mnist));
}

void MixingControls::setTileShape(int width, int height) { m_start->setTileShape(width, height); }

int MixingControls::replicas() const { return m_replicas->value(); }

void MixingControls::showCount() {
    m_chain->setSuffix(tr(" of %1").arg(QLocale().toString(m_count)));
}

void MixingControls::showChain(int chain, int count, ByteTiles start) {
    const QSignalBlocker still(m_chain);
    m_chain->setRange(1, std::max(1, count));
    m_chain->setValue(chain + 1);
    m_count = count;
    showCount();
    if (start != nullptr)
        m_start->setBytes(std::move(start), 1);
    else
        m_start->clear();
}

void MixingControls::showView(const MixingView *view) {
    const bool running = view != nullptr && view->running;
    const bool over = view != nullptr && view->steps >= kMixingLength;
    m_play->setEnabled(!over);
    m_play->setText(running                              ? tr("Pause")
                    : over                               ? tr("Finished")
                    : view != nullptr && view->steps > 0 ? tr("Go on")
                                                         : tr("Start"));
    m_restart->setEnabled(view != nullptr && view->steps > 0);
    if (running != m_running) {
        m_running = running;
        applyTheme(m_theme);
    }
    const bool learns = running && view->told && !view->accuracy;
    m_progress->setRange(0, learns ? 100 : static_cast<int>(kMixingLength));
    m_progress->setValue(view == nullptr ? 0
                         : learns        ? static_cast<int>(std::lround(100 * view->learning))
                                         : static_cast<int>(view->steps));
    showTexts(view);
}

void MixingControls::showTexts(const MixingView *view) {
    if (view == nullptr) {
        for (QLabel *fact : {m_steps, m_rate, m_accuracy, m_model})
            fact->setText(kNoNumber);
        return;
    }
    const QLocale locale;
    m_steps->setText(tr("%1 of %2")
                         .arg(locale.toString(static_cast<qulonglong>(view->steps)),
                              locale.toString(static_cast<qulonglong>(kMixingLength))));
    m_rate->setText(view->stepsPerSecond > 0 ? locale.toString(view->stepsPerSecond, 'f', 0)
                                             : kNoNumber);
    m_accuracy->setText(!view->told ? tr("no labels")
                        : view->accuracy
                            ? tr("%1 % right").arg(locale.toString(100 * *view->accuracy, 'f', 1))
                            : tr("learns: %1 %").arg(std::lround(100 * view->learning)));
    m_model->setText(mixingModelText(*view));
}

} // namespace rbm
