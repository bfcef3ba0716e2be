#pragma once

#include "ui/theme/theme.h"

#include <QMap>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QCPBars;
class QCustomPlot;

namespace rbm {

/// The axes of a BarChart.
struct BarAxes {
    QString title; ///< under the bars
    /// The bars share this interval equally.
    double left = 0;
    double right = 1;
    QMap<double, QString> ticks;   ///< on the axis below
    std::optional<double> highest; ///< of the axis at the left; none: as the bars need it
    QString suffix;                ///< after the numbers at the left
    double fill = 0.9;             ///< of a bar's share, what it covers
};

/// Bars of one colour over a short axis. A tool tip tells a bar's value, under the
/// mouse or, with the left and right arrow keys, from bar to bar.
class BarChart : public QWidget {
    Q_OBJECT
public:
    enum class Tone { Plain, Accent };

    BarChart(const BarAxes &axes, Tone tone, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Other ticks and bounds; the bars stay.
    void setAxes(const BarAxes &axes);
    /// `texts` tell each bar to people: tool tips.
    void setBars(const std::vector<double> &heights, const QStringList &texts);
    /// Values that are no longer the newest.
    void setDimmed(bool dimmed);

    const std::vector<double> &bars() const { return m_heights; }
    int barAt(const QPoint &position) const; ///< -1: none

    QSize sizeHint() const override { return {200, 160}; }
    QSize minimumSizeHint() const override { return {100, 90}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyAxes();
    void applyColours();
    void fit();
    void tell(int bar, const QPoint &where);

    BarAxes m_axes;
    Tone m_tone;
    QCustomPlot *m_plot;
    QCPBars *m_bars;
    Theme m_theme;
    std::vector<double> m_heights;
    QStringList m_texts;
    int m_told = -1;
    bool m_dimmed = false;
};

} // namespace rbm
