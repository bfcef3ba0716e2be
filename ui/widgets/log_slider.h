#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace rbm {

/// A slider on a logarithmic (or linear) scale with an exact field beside its
/// name. A value that was typed stays exactly so; the slider shows the nearest
/// of its 1001 places.
class LogSlider : public QWidget {
    Q_OBJECT
public:
    explicit LogSlider(const QString &caption, QWidget *parent = nullptr);

    void setObjectNames(const QString &slider, const QString &edit);
    void setRange(double least, double most); ///< least > 0 unless linear
    void setLinear(bool linear);
    void setDecimals(int decimals);          ///< 6 unless told
    void setSuffixText(const QString &text); ///< a line under the slider
    /// Does not emit valueChanged.
    void setValue(double value);
    double value() const { return m_value; }
    void stepByFactor(double factor);

signals:
    void valueChanged(double value);

private:
    void changeTo(double value);
    void showValue();
    void showRange();
    int placeOf(double value) const;
    double valueAt(int place) const;

    QLabel *m_least;
    QLabel *m_most;
    QLabel *m_suffix;
    QSlider *m_slider;
    QDoubleSpinBox *m_edit;
    double m_low = 0.001;
    double m_high = 1;
    double m_value = 0.001;
    bool m_linear = false;
};

} // namespace rbm
