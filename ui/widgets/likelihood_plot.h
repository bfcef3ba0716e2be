#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/earlier_curve.h"
#include "ui/widgets/likelihood_point.h"

#include <QPicture>
#include <QSize>
#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace rbm {

struct FigureData;

/// The curve of the log-likelihood over the epochs: the trusted estimate of test
/// and training images with its 3-sigma band, grey where it may not be quoted,
/// and the original's 10 temperatures dotted. The wheel zooms, dragging
/// moves, a double click shows all again; a cursor follows the mouse or the
/// arrow keys from point to point.
class LikelihoodPlot : public QWidget {
    Q_OBJECT
public:
    explicit LikelihoodPlot(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setEpochRange(int epochs);
    /// Takes the place of a point of the same epoch.
    void addPoint(const LikelihoodPoint &point);
    /// Which reading of the pixels the lines are about; both were measured.
    void setPixels(PixelKind pixels);
    PixelKind pixels() const { return m_pixels; }
    /// A line across the figure where sliders were moved.
    struct Mark {
        double epoch = 0;
        QString text;
    };
    const std::vector<Mark> &marks() const { return m_marks; }
    void markControlChange(double epoch, const QString &text);
    void clear();
    /// The present curve stays under this name, grey, when the next run begins; clear()
    /// leaves it. Without points nothing happens.
    void keepCurve(const QString &name);
    void forgetKeptCurves();
    /// Curves of earlier runs, which stay until others are set; empty: none.
    void setEarlierRuns(std::vector<EarlierCurve> runs);
    const std::vector<EarlierCurve> &earlierRuns() const { return m_earlier; }
    const std::vector<EarlierCurve> &keptCurves() const { return m_kept; }

    const std::vector<LikelihoodPoint> &points() const { return m_points; }
    /// Whether a person zoomed or moved: then new points do not change the view.
    bool isZoomed() const { return m_zoomed; }
    /// What the cursor tells; empty while there is none.
    QString cursorText() const;

    /// For export: in the light theme, with error bars and the verdict.
    QPicture toPicture(QSize size) const;
    QString toCsv() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A value of the controls that came into force.

    FigureData figureData() const;
    void redraw();
    void replotSoon();
    void showAll();
    void moveCursorTo(double epoch);
    void showCursor(int point);
    void hideCursor();

    QCustomPlot *m_plot;
    QCPItemLine *m_cursorLine;
    QCPItemText *m_cursorText;
    QTimer m_replot;
    Theme m_theme;
    std::vector<LikelihoodPoint> m_points;
    std::vector<EarlierCurve> m_kept;
    std::vector<EarlierCurve> m_earlier;
    std::vector<Mark> m_marks;
    PixelKind m_pixels = PixelKind::Gray;
    int m_epochs = 0;
    int m_cursor = -1;
    bool m_zoomed = false;
};

} // namespace rbm
