#pragma once

#include "engine/training/training_config.h"

#include <QWidget>

class QComboBox;

namespace rbm {

/// The choice of a preset, at the top of the left dock. It shows which preset the settings
/// are, or "Custom" where they are none.
class PresetChoice : public QWidget {
    Q_OBJECT
public:
    explicit PresetChoice(QWidget *parent = nullptr);

    /// Shows what these settings are, whatever the seed.
    void showConfig(const TrainingConfig &config);
    void setLocked(bool locked);

signals:
    /// A person chose it; the seed is the default's.
    void chosen(const rbm::TrainingConfig &config);

private:
    void choose(int index);
    void showNames();
    void showDescription();

    QComboBox *m_combo;
};

} // namespace rbm
