#pragma once

#include "ui/widgets/quote_verdict.h"

#include <QWidget>

namespace rbm {

/// An effective sample size in numbers, "30.5 of 32 runs", over a bar of the
/// share with ticks where a verdict changes: at 10 % and 50 %.
class SampleSizeBar : public QWidget {
    Q_OBJECT
public:
    explicit SampleSizeBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// No runs: the states were enumerated.
    void setSize(double effective, double runs);

    double share() const { return m_runs > 0 ? m_effective / m_runs : 1; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString numberText() const;
    QString runsText() const;
    int textWidth() const; ///< of both
    void paintBar(QPainter &painter) const;

    Theme m_theme;
    double m_effective = 0;
    double m_runs = 0;
};

} // namespace rbm
