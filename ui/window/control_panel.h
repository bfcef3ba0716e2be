#pragma once

#include "ui/session/snapshot.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace rbm {

class LikelihoodSettings;
class LogSlider;
class MonitorsSection;
class PresetChoice;
class SegmentedControl;
class TrainerSection;
struct Theme;

/// The left dock: what can be changed while it trains, what a restart is needed
/// for, and how the training goes.
class ControlPanel : public QWidget {
    Q_OBJECT
public:
    explicit ControlPanel(QWidget *parent = nullptr);

    /// The settings as they stand, for the next run.
    TrainingConfig config() const;
    LiveControls controls() const;
    /// Shows another run's settings without telling anybody.
    void setConfig(const TrainingConfig &config, const LiveControls &controls);
    void changeLearningRate(double factor);

    /// Locks what cannot change in this state; a locked row says why.
    void showState(RunState state);
    void applyTheme(const Theme &theme);
    LikelihoodSettings *likelihood() const { return m_likelihood; }
    TrainerSection *trainer() const { return m_trainer; }
    MonitorsSection *monitors() const { return m_monitors; }

signals:
    void controlsChanged(const rbm::LiveControls &controls);
    void speedChanged(double updatesPerSecond);
    /// A fresh run with these settings is wanted; what was trained before would be lost.
    void presetChosen(const rbm::TrainingConfig &config);
    /// Hidden units, k, batch size, seed, pixels or trainer: a new model is wanted.
    void configEdited();
    void epochsEdited(int epochs);

private:
    void connectPreset();
    void addLiveControls(QWidget *parent);
    void addModelSettings(QWidget *parent);
    void addModelHeader(QWidget *parent);
    void addPixels(QGridLayout *form);
    void setLocked(bool locked);
    QSpinBox *addNumber(QGridLayout *form, const QString &label, const char *name, int most,
                        int value);
    void emitControls();
    void showEffectiveStep();

    PresetChoice *m_preset;
    LogSlider *m_learningRate;
    LogSlider *m_momentum;
    SegmentedControl *m_speed;
    bool m_locked = false;
    QLabel *m_padlock;
    QLabel *m_lock;
    QSpinBox *m_hidden;
    QSpinBox *m_steps;
    QSpinBox *m_batch;
    QSpinBox *m_seed;
    QSpinBox *m_epochs;
    QComboBox *m_pixels;
    TrainerSection *m_trainer;
    LikelihoodSettings *m_likelihood;
    MonitorsSection *m_monitors;
};

} // namespace rbm
