#include "ui/window/trainer_section.h"

#include "ui/window/model_fields.h"
#include "ui/window/section_header.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rbm {

namespace {

constexpr int kFlagHeight = 22;

/// Shows a number from 0 to 1 without the zeros at its end.
class PartSpinBox : public QDoubleSpinBox {
public:
    PartSpinBox(double step, QWidget *parent) : QDoubleSpinBox(parent) {
        setSingleStep(step);
        constexpr int kDecimals = 6;
        setRange(0, 1);
        setDecimals(kDecimals);
    }

    QString textFromValue(double value) const override {
        QString text = locale().toString(value, 'f', decimals());
        while (text.endsWith(u'0') && text.contains(locale().decimalPoint()))
            text.chop(1);
        if (text.endsWith(locale().decimalPoint()))
            text.chop(1);
        return text;
    }
};

template <typename Box>
void dress(Box *box, const QString &label, const char *name) {
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    setOpenToolTip(box, label);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(kNumberWidth);
    box->setKeyboardTracking(false);
}

} // namespace

TrainerSection::TrainerSection(QWidget *parent)
    : QWidget(parent), m_header(new SectionHeader(tr("Trainer"), this)), m_body(new QWidget(this)) {
    setObjectName(QStringLiteral("trainerSection"));
    m_header->setObjectName(QStringLiteral("trainerToggle"));
    auto *form = new QGridLayout(m_body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setColumnStretch(0, 1);
    addFields(form);
    connectFields();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    m_body->hide();
    connect(m_header, &SectionHeader::toggled, this, [this](bool open) {
        m_body->setVisible(open);
        emit toggled(open);
    });
}

void TrainerSection::addFields(QGridLayout *form) {
    m_algorithm = addChoice(form, tr("Algorithm"), "algorithm");
    m_algorithm->addItem(tr("PCD"), static_cast<int>(Algorithm::Pcd));
    m_algorithm->addItem(tr("CD"), static_cast<int>(Algorithm::Cd));
    m_algorithm->addItem(tr("Fast PCD"), static_cast<int>(Algorithm::Fpcd));
    m_algorithm->addItem(tr("Tempered"), static_cast<int>(Algorithm::Pt));
    m_replicas = new QSpinBox(m_body);
    m_replicas->setRange(2, 100);
    dress(m_replicas, tr("Replicas"), "numReplicas");
    addFieldRow(form, tr("Replicas"), m_replicas);
    m_fastRate = addPart(form, tr("Fast rate"), "fastLearningRate", 0.1);
    m_fastRate->setMaximum(1000);
    m_chains = new QSpinBox(m_body);
    m_chains->setRange(0, 100000);
    m_chains->setSpecialValueText(tr("as batch"));
    dress(m_chains, tr("Chains"), "numChains");
    addFieldRow(form, tr("Chains"), m_chains);
    m_schedule = addChoice(form, tr("Rate over time"), "schedule");
    m_schedule->addItem(tr("constant"), static_cast<int>(Schedule::Constant));
    m_schedule->addItem(tr("linear"), static_cast<int>(Schedule::Linear));
    m_schedule->addItem(tr("cosine"), static_cast<int>(Schedule::Cosine));
    m_schedule->addItem(tr("inverse"), static_cast<int>(Schedule::Inverse));
    m_average = addPart(form, tr("Averaged part"), "average", 0.05);
    m_decay = addPart(form, tr("Weight decay"), "weightDecay", 0.0001);
    m_sparsity = addPart(form, tr("Sparsity"), "sparsityCost", 0.01);
    m_sparsity->setMaximum(1000);
    m_target = addPart(form, tr("Target activity"), "sparsityTarget", 0.01);
    m_centred = addFlag(form, tr("Centred gradient"), "centred");
    m_dataBias = addFlag(form, tr("Biases from data"), "dataBias");
    m_nesterov = addFlag(form, tr("Nesterov momentum"), "nesterov");
}

QComboBox *TrainerSection::addChoice(QGridLayout *form, const QString &label, const char *name) {
    auto *choice = new QComboBox(m_body);
    choice->setObjectName(QLatin1String(name));
    choice->setAccessibleName(label);
    choice->setFixedWidth(kChoiceWidth);
    setOpenToolTip(choice, label);
    addFieldRow(form, label, choice);
    return choice;
}

QCheckBox *TrainerSection::addFlag(QGridLayout *form, const QString &label, const char *name) {
    auto *flag = new QCheckBox(m_body);
    flag->setObjectName(QLatin1String(name));
    flag->setAccessibleName(label);
    flag->setMinimumHeight(kFlagHeight);
    setOpenToolTip(flag, label);
    // Beside a mark there is room for a longer label than beside a choice.
    auto *row = new QHBoxLayout;
    auto *text = new QLabel(label, m_body);
    text->setBuddy(flag);
    row->addWidget(text, 1);
    row->addWidget(flag);
    form->addLayout(row, form->rowCount(), 0, 1, 2);
    return flag;
}

QDoubleSpinBox *TrainerSection::addPart(QGridLayout *form, const QString &label, const char *name,
                                        double step) {
    auto *part = new PartSpinBox(step, m_body);
    dress(part, label, name);
    addFieldRow(form, label, part);
    return part;
}

void TrainerSection::connectFields() {
    connect(m_algorithm, &QComboBox::currentIndexChanged, this, &TrainerSection::algorithmChosen);
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &TrainerSection::edited);
    for (auto *number : {m_replicas, m_chains})
        connect(number, &QSpinBox::valueChanged, this, &TrainerSection::edited);
    for (auto *part : {m_fastRate, m_average, m_decay, m_sparsity, m_target})
        connect(part, &QDoubleSpinBox::valueChanged, this, &TrainerSection::edited);
    for (auto *flag : {m_centred, m_dataBias, m_nesterov})
        connect(flag, &QCheckBox::toggled, this, &TrainerSection::edited);
}

/// Chains that start at the images are as many as these; only tempered ones have replicas.
void TrainerSection::algorithmChosen() {
    lockNumbers();
    emit edited();
}

void TrainerSection::lockNumbers() {
    setFieldLocked(m_chains, m_locked);
    setFieldLocked(m_replicas, m_locked);
    setFieldLocked(m_fastRate, m_locked);
    if (m_locked)
        return;
    const auto algorithm = static_cast<Algorithm>(m_algorithm->currentData().toInt());
    if (algorithm == Algorithm::Cd) {
        m_chains->setEnabled(false);
        m_chains->setToolTip(tr("CD has a chain for each image of an update."));
    }
    if (algorithm != Algorithm::Pt) {
        m_replicas->setEnabled(false);
        m_replicas->setToolTip(tr("Only tempered chains have replicas."));
    }
    if (algorithm != Algorithm::Fpcd) {
        m_fastRate->setEnabled(false);
        m_fastRate->setToolTip(tr("Only fast PCD has fast weights."));
    }
}

void TrainerSection::addTo(TrainingConfig &config) const {
    config.algorithm = static_cast<Algorithm>(m_algorithm->currentData().toInt());
    config.numReplicas = static_cast<std::size_t>(m_replicas->value());
    config.numChains =
        config.algorithm == Algorithm::Cd ? 0 : static_cast<std::size_t>(m_chains->value());
    config.schedule = static_cast<Schedule>(m_schedule->currentData().toInt());
    config.average = m_average->value();
    config.weightDecay = m_decay->value();
    config.fastLearningRate = m_fastRate->value();
    config.sparsityCost = m_sparsity->value();
    config.sparsityTarget = m_target->value();
    config.centred = m_centred->isChecked();
    config.dataBias = m_dataBias->isChecked();
    config.nesterov = m_nesterov->isChecked();
}

void TrainerSection::setConfig(const TrainingConfig &config) {
    const QSignalBlocker blocker(this);
    m_algorithm->setCurrentIndex(m_algorithm->findData(static_cast<int>(config.algorithm)));
    m_replicas->setValue(static_cast<int>(config.numReplicas));
    m_chains->setValue(static_cast<int>(config.numChains));
    m_schedule->setCurrentIndex(m_schedule->findData(static_cast<int>(config.schedule)));
    m_average->setValue(config.average);
    m_decay->setValue(config.weightDecay);
    m_fastRate->setValue(config.fastLearningRate);
    m_sparsity->setValue(config.sparsityCost);
    m_target->setValue(config.sparsityTarget);
    m_centred->setChecked(config.centred);
    m_dataBias->setChecked(config.dataBias);
    m_nesterov->setChecked(config.nesterov);
    setLocked(m_locked);
}

void TrainerSection::setLocked(bool locked) {
    m_locked = locked;
    for (QWidget *field : std::initializer_list<QWidget *>{m_average, m_decay, m_sparsity, m_target,
                                                           m_centred, m_dataBias, m_nesterov})
        setFieldLocked(field, locked);
    for (QComboBox *choice : {m_algorithm, m_schedule})
        setChoiceLocked(choice, locked);
    lockNumbers();
}

bool TrainerSection::isOpen() const { return m_header->isChecked(); }

void TrainerSection::setOpen(bool open) { m_header->setChecked(open); }

void TrainerSection::applyTheme(const Theme &theme) { m_header->applyTheme(theme); }

} // namespace rbm
