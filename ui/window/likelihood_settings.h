#pragma once

#include "ui/session/snapshot.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;

namespace rbm {

/// How long a check of the likelihood may take, and how often it comes then.
class LikelihoodSettings : public QWidget {
    Q_OBJECT
public:
    explicit LikelihoodSettings(QWidget *parent = nullptr);

    double budget() const; ///< seconds
    void setBudget(double seconds);
    void showPace(const CheckPace &pace);

signals:
    void budgetChanged(double seconds);

private:
    QDoubleSpinBox *m_budget;
    QLabel *m_pace;
    CheckPace m_shown; ///< the last that said how often
};

} // namespace rbm
