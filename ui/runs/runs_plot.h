#pragma once

#include "ui/runs/run_style.h"
#include "ui/widgets/likelihood_point.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace rbm {

/// The test log-likelihood of several runs over their epochs, each line labelled at its end.
/// Symbols stand where the value may be quoted; the selected run has its 3-sigma band. The
/// wheel zooms, dragging moves, a double click shows all again; a cursor follows the mouse, or
/// the arrow keys: left and right along a line, up and down from line to line.
class RunsPlot : public QWidget {
    Q_OBJECT
public:
    struct Line {
        QString name;
        std::vector<LikelihoodPoint> points; ///< by epoch
        RunStyle style;
        bool selected = false;
    };

    explicit RunsPlot(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Later ones lie above earlier ones.
    void setLines(std::vector<Line> lines, PixelKind pixels);
    /// What stands in place of lines.
    void setEmptyText(const QString &text);

    const std::vector<Line> &lines() const { return m_lines; }
    /// What the cursor tells; empty while there is none.
    QString cursorText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void redraw();
    void drawLine(const Line &line);
    void drawBand(const Line &line);
    void addLabel(const Line &line);
    void showAll();
    void moveCursorTo(QPointF place);
    void showCursor(int line, int point);
    void hideCursor();
    bool hasPoints() const;
    int nextLine(int from, int step) const;

    QCustomPlot *m_plot;
    QCPItemTracer *m_cursor;
    QCPItemText *m_cursorText;
    QCPItemText *m_empty;
    QTimer m_replot;
    Theme m_theme;
    std::vector<Line> m_lines;
    PixelKind m_pixels = PixelKind::Gray;
    int m_cursorLine = -1;
    int m_cursorPoint = -1;
    bool m_zoomed = false;
};

} // namespace rbm
