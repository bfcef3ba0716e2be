#include "ui/window/likelihood_settings.h"

#include "ui/widgets/retranslate.h"
#include "ui/window/panel.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace rbm {

namespace {

constexpr double kLeast = 0.2; ///< seconds
constexpr double kMost = 60;
constexpr double kUsual = 2;
constexpr int kFieldWidth = 84; ///< as the numbers above it

/// "3rd", in English; a translation has its own rule.
QString ordinal(int number) {
    const int last = number % 10;
    const bool teen = number % 100 / 10 == 1;
    if (last == 1 && !teen)
        return LikelihoodSettings::tr("%1st").arg(number);
    if (last == 2 && !teen)
        return LikelihoodSettings::tr("%1nd").arg(number);
    if (last == 3 && !teen)
        return LikelihoodSettings::tr("%1rd").arg(number);
    return LikelihoodSettings::tr("%1th").arg(number);
}

QString paceSentence(const CheckPace &pace) {
    const QString seconds = QLocale().toString(pace.seconds, 'f', 1);
    if (pace.everyEpochs == 1)
        return LikelihoodSettings::tr("A check takes %1 s; every epoch is measured.").arg(seconds);
    return LikelihoodSettings::tr("A check takes %1 s; every %2 epoch is measured so that it takes "
                                  "at most a fifth of the time.")
        .arg(seconds, ordinal(pace.everyEpochs));
}

} // namespace

LikelihoodSettings::LikelihoodSettings(QWidget *parent)
    : QWidget(parent), m_budget(new QDoubleSpinBox(this)),
      m_pace(makeLabel(QString(), "caption", this)) {
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    m_budget->setObjectName(QStringLiteral("likelihoodBudget"));
    m_budget->setAccessibleName(tr("Likelihood check, seconds"));
    m_budget->setToolTip(m_budget->accessibleName());
    m_budget->setRange(kLeast, kMost);
    m_budget->setDecimals(1);
    m_budget->setValue(kUsual);
    m_budget->setSuffix(tr(" s"));
    m_budget->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_budget->setAlignment(Qt::AlignRight);
    m_budget->setFixedWidth(kFieldWidth);
    m_budget->setKeyboardTracking(false);
    connect(m_budget, &QDoubleSpinBox::valueChanged, this, &LikelihoodSettings::budgetChanged);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("Likelihood check"), this);
    label->setBuddy(m_budget);
    row->addWidget(label);
    row->addWidget(m_budget, 0, Qt::AlignRight);
    box->addLayout(row);
    m_pace->setObjectName(QStringLiteral("likelihoodPace"));
    m_pace->setWordWrap(true);
    m_pace->hide();
    box->addWidget(m_pace);
    whenLanguageChanges(this, [this] { showPace(m_shown); });
}

double LikelihoodSettings::budget() const { return m_budget->value(); }

void LikelihoodSettings::setBudget(double seconds) { m_budget->setValue(seconds); }

void LikelihoodSettings::showPace(const CheckPace &pace) {
    // Only a training says how long an epoch takes; the sentence stays while it pauses.
    if (pace.seconds > 0 && pace.everyEpochs > 0)
        m_shown = pace;
    if (pace.seconds <= 0)
        m_shown = {};
    m_pace->setText(m_shown.seconds > 0 ? paceSentence(m_shown) : QString());
    m_pace->setVisible(!m_pace->text().isEmpty());
}

} // namespace rbm
