#include "ui/runs/runs_plot.h"

#include "ui/widgets/end_labels.h"
#include "ui/widgets/figure_axes.h"
#include "ui/widgets/retranslate.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace rbm {

namespace {

constexpr int kReplotInterval = 100; ///< ms: at most ten times a second
constexpr int kLabelWidth = 190;     ///< of a run's name, at most
constexpr double kManyPoints = 60;   ///< beyond these some of a line's symbols are left out,
constexpr double kManySymbols = 300; ///< and beyond these of all lines together
constexpr float kBandOpacity = 0.14F;
constexpr float kLabelOpacity = 0.8F;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN(); ///< interrupts a line
constexpr double kLoneCircle = 7;                                  ///< pixels across
constexpr const char *kLabel = "runLabel";

bool looksLike(const RunsPlot::Line &a, const RunsPlot::Line &b) {
    return a.name == b.name && a.selected == b.selected && a.style.pen == b.style.pen &&
           a.style.symbol.shape() == b.style.symbol.shape() &&
           std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                      samePoint);
}

} // namespace

RunsPlot::RunsPlot(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_theme(theme(ThemeKind::Light)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setObjectName(QStringLiteral("runsPlot"));
    m_plot->setAccessibleName(tr("Test log-likelihood of the checked runs by epoch"));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_plot);
    m_plot->setMouseTracking(true);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->installEventFilter(this);
    prepareAxes(*m_plot);
    m_cursor = new QCPItemTracer(m_plot);
    m_cursor->setStyle(QCPItemTracer::tsCircle);
    m_cursor->setSize(13);
    m_cursor->position->setType(QCPItemPosition::ptPlotCoords);
    m_cursorText = makeCursorText(*m_plot);
    m_empty = new QCPItemText(m_plot);
    m_empty->setFont(textFont(13));
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.5);
    m_empty->setPositionAlignment(Qt::AlignCenter);
    m_empty->setPadding({8, 4, 8, 4});
    hideCursor();
    m_replot.setSingleShot(true);
    m_replot.setInterval(kReplotInterval);
    connect(&m_replot, &QTimer::timeout, this,
            [this] { m_plot->replot(QCustomPlot::rpQueuedReplot); });
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] { arrangeEndLabels(*m_plot); });
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_zoomed = true; });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        if (event->buttons() != Qt::NoButton)
            m_zoomed = true;
        moveCursorTo(event->position());
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_zoomed = false;
        showAll();
        m_replot.start();
    });
    showAll();
    whenLanguageChanges(this, [this] {
        nameAxes(*m_plot);
        hideCursor(); // its text is of the old language
        redraw();
    });
}

void RunsPlot::setTheme(const Theme &theme) {
    m_theme = theme;
    styleAxes(*m_plot, theme);
    m_cursor->setPen(QPen(theme.text, 1.6));
    m_cursor->setBrush(Qt::NoBrush);
    styleCursorText(*m_cursorText, theme);
    m_empty->setColor(theme.text3);
    m_empty->setBrush(theme.panel); // no grid line crosses it
    redraw();
}

void RunsPlot::setEmptyText(const QString &text) {
    m_empty->setText(text);
    redraw();
}

void RunsPlot::setLines(std::vector<Line> lines, PixelKind pixels) {
    // Asked for with every epoch of the run that trains, but new points are rarer than these.
    const bool same = pixels == m_pixels && std::equal(lines.begin(), lines.end(), m_lines.begin(),
                                                       m_lines.end(), looksLike);
    if (same)
        return;
    m_lines = std::move(lines);
    m_pixels = pixels;
    hideCursor();
    redraw();
}

bool RunsPlot::hasPoints() const {
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [](const Line &line) { return !line.points.empty(); });
}

void RunsPlot::redraw() {
    m_plot->clearGraphs();
    for (auto *label : m_plot->findChildren<QCPItemText *>(QLatin1String(kLabel)))
        m_plot->removeItem(label);
    for (const Line &line : m_lines) {
        if (line.points.empty())
            continue;
        if (line.selected)
            drawBand(line);
        drawLine(line);
        addLabel(line);
    }
    m_empty->setVisible(!hasPoints());
    showAll();
    if (!m_replot.isActive())
        m_replot.start();
}

/// The line through all checks; symbols at those that may be quoted, and an empty circle at a
/// single one that may not: there would be nothing to see.
void RunsPlot::drawLine(const Line &line) {
    QVector<double> epochs;
    QVector<double> all;
    QVector<double> quotable;
    for (const LikelihoodPoint &point : line.points) {
        const double value = point.values(m_pixels).test.value;
        epochs.push_back(point.epoch);
        all.push_back(std::isfinite(value) ? value : kNone);
        quotable.push_back(point.isQuotable() ? all.back() : kNone);
    }
    QCPGraph *path = m_plot->addGraph();
    path->setData(epochs, all, true);
    path->setPen(line.style.pen);
    QCPGraph *symbols = m_plot->addGraph();
    symbols->setData(epochs, quotable, true);
    symbols->setLineStyle(QCPGraph::lsNone);
    symbols->setScatterStyle(line.style.symbol);
    if (line.points.size() == 1 && !line.points.front().isQuotable()) {
        symbols->setData(epochs, all, true);
        symbols->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, line.style.pen,
                                                 QBrush(m_theme.panel), kLoneCircle));
    }
    const double most = std::min(kManyPoints, kManySymbols / static_cast<double>(m_lines.size()));
    symbols->setScatterSkip(static_cast<int>(static_cast<double>(epochs.size()) / most));
}

void RunsPlot::drawBand(const Line &line) {
    QVector<double> epochs;
    QVector<double> low;
    QVector<double> high;
    for (const LikelihoodPoint &point : line.points) {
        const LikelihoodValue &test = point.values(m_pixels).test;
        const bool bounded =
            point.isQuotable() && std::isfinite(test.low) && std::isfinite(test.high);
        epochs.push_back(point.epoch);
        low.push_back(bounded ? test.low : kNone);
        high.push_back(bounded ? test.high : kNone);
    }
    QCPGraph *bottom = m_plot->addGraph();
    bottom->setData(epochs, low, true);
    bottom->setPen(Qt::NoPen);
    QCPGraph *top = m_plot->addGraph();
    top->setData(epochs, high, true);
    top->setPen(Qt::NoPen);
    QColor band = m_theme.accent;
    band.setAlphaF(kBandOpacity);
    top->setBrush(band);
    top->setChannelFillGraph(bottom);
}

void RunsPlot::addLabel(const Line &line) {
    const LikelihoodPoint &last = line.points.back();
    QCPItemText *label = makeEndLabel(*m_plot, kLabel);
    const QString name =
        QFontMetrics(label->font()).elidedText(line.name, Qt::ElideMiddle, kLabelWidth);
    const LikelihoodValue &test = last.values(m_pixels).test;
    setEndLabel(*label, tr("%1  %2").arg(name, valueText(test, last.trusted.verdict)),
                line.style.text, last.epoch, test.value);
    QColor ground = m_theme.panel; // other lines may pass below
    ground.setAlphaF(kLabelOpacity);
    label->setLayer(QStringLiteral("overlay"));
    label->setBrush(ground);
    label->setPen(Qt::NoPen);
}

void RunsPlot::showAll() {
    constexpr double kLabelRoom = 1.42; ///< for the text at the lines' ends
    if (m_zoomed)
        return;
    double right = 1;
    QCPRange values(-250, -50);
    bool first = true;
    for (const Line &line : m_lines) {
        for (const LikelihoodPoint &point : line.points) {
            const double value = point.values(m_pixels).test.value;
            right = std::max(right, kLabelRoom * point.epoch);
            if (!std::isfinite(value))
                continue;
            values = first ? QCPRange(value, value) : values;
            values.expand(value);
            first = false;
        }
    }
    const double size = std::max(values.size(), 10.0);
    m_plot->xAxis->setRange(0, right);
    m_plot->yAxis->setRange(values.lower - 0.12 * size, values.upper + 0.12 * size);
}

void RunsPlot::moveCursorTo(QPointF place) {
    constexpr double kReach = 40; ///< pixels
    double best = kReach;
    int line = -1;
    int point = -1;
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const auto &points = m_lines[at].points;
        for (std::size_t p = 0; p < points.size(); ++p) {
            const double value = points[p].values(m_pixels).test.value;
            const double distance =
                std::hypot(m_plot->xAxis->coordToPixel(points[p].epoch) - place.x(),
                           m_plot->yAxis->coordToPixel(value) - place.y());
            if (distance < best) {
                best = distance;
                line = static_cast<int>(at);
                point = static_cast<int>(p);
            }
        }
    }
    if (line >= 0)
        showCursor(line, point);
    else
        hideCursor();
}

QString RunsPlot::cursorText() const {
    if (m_cursorLine < 0)
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(m_cursorLine)];
    const LikelihoodPoint &point = line.points[static_cast<std::size_t>(m_cursorPoint)];
    return line.name + QLatin1Char('\n') + describePoint(point, m_pixels);
}

void RunsPlot::showCursor(int line, int point) {
    if (line == m_cursorLine && point == m_cursorPoint)
        return;
    m_cursorLine = line;
    m_cursorPoint = point;
    const LikelihoodPoint &at =
        m_lines[static_cast<std::size_t>(line)].points[static_cast<std::size_t>(point)];
    m_cursor->position->setCoords(at.epoch, at.values(m_pixels).test.value);
    m_cursorText->setText(cursorText());
    m_cursor->setVisible(true);
    m_cursorText->setVisible(true);
    m_plot->setAccessibleDescription(cursorText());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RunsPlot::hideCursor() {
    if (m_cursorLine >= 0 && !m_replot.isActive())
        m_replot.start();
    m_cursorLine = -1;
    m_cursorPoint = -1;
    m_cursor->setVisible(false);
    m_cursorText->setVisible(false);
}

bool RunsPlot::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Leave)
        hideCursor();
    if (event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        if (event->isAccepted())
            return true;
        event->accept(); // as it came: else Tab would be handled here and by the parent again
        return false;
    }
    return QWidget::eventFilter(watched, event);
}

/// The next line with points from there, around the end; -1 where there is none.
int RunsPlot::nextLine(int from, int step) const {
    const int count = static_cast<int>(m_lines.size());
    for (int tried = 1; tried <= count; ++tried) {
        const int line = ((from + tried * step) % count + count) % count;
        if (!m_lines[static_cast<std::size_t>(line)].points.empty())
            return line;
    }
    return -1;
}

void RunsPlot::keyPressEvent(QKeyEvent *event) {
    const int key = event->key();
    const int along = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const int across = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if ((along == 0 && across == 0) || !hasPoints()) {
        event->ignore();
        return;
    }
    event->accept();
    const int count = static_cast<int>(m_lines.size());
    const bool begins = m_cursorLine < 0;
    const int line = begins        ? nextLine(count, -1)
                     : across == 0 ? m_cursorLine
                                   : nextLine(m_cursorLine, across);
    const auto &points = m_lines[static_cast<std::size_t>(line)].points;
    const int last = static_cast<int>(points.size()) - 1;
    const int point = begins ? last : std::clamp(m_cursorPoint + along, 0, last);
    showCursor(line, point);
}

} // namespace rbm
