#pragma once

#include "engine/training/training_config.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QSpinBox;

namespace rbm {

class SectionHeader;
struct Theme;

/// The part of the left dock with the settings of a run that the original has not: how it is
/// trained. It can be folded, and starts so.
class TrainerSection : public QWidget {
    Q_OBJECT
public:
    explicit TrainerSection(QWidget *parent = nullptr);

    /// Writes its settings into a config, and shows those of one without telling anybody.
    void addTo(TrainingConfig &config) const;
    void setConfig(const TrainingConfig &config);
    void setLocked(bool locked);

    bool isOpen() const;
    void setOpen(bool open);
    void applyTheme(const Theme &theme);

signals:
    /// A new model is wanted.
    void edited();
    void toggled(bool open);

private:
    void addFields(QGridLayout *form);
    void connectFields();
    QComboBox *addChoice(QGridLayout *form, const QString &label, const char *name);
    QCheckBox *addFlag(QGridLayout *form, const QString &label, const char *name);
    QDoubleSpinBox *addPart(QGridLayout *form, const QString &label, const char *name, double step);
    void algorithmChosen();
    void lockNumbers();

    SectionHeader *m_header;
    QWidget *m_body;
    QComboBox *m_algorithm = nullptr;
    QSpinBox *m_replicas;
    QSpinBox *m_chains = nullptr;
    QComboBox *m_schedule = nullptr;
    QDoubleSpinBox *m_average = nullptr;
    QDoubleSpinBox *m_decay = nullptr;
    QDoubleSpinBox *m_fastRate = nullptr;
    QDoubleSpinBox *m_sparsity = nullptr;
    QDoubleSpinBox *m_target = nullptr;
    QCheckBox *m_centred = nullptr;
    QCheckBox *m_dataBias = nullptr;
    QCheckBox *m_nesterov = nullptr;
    bool m_locked = false;
};

} // namespace rbm
