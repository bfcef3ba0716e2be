#include "ui/widgets/likelihood_plot.h"

#include "ui/widgets/figure_axes.h"
#include "ui/widgets/figure_picture.h"
#include "ui/widgets/likelihood_figure.h"
#include "ui/widgets/retranslate.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kReplotInterval = 100; ///< ms: at most ten times a second
} // namespace

LikelihoodPlot::LikelihoodPlot(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_theme(theme(ThemeKind::Light)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setObjectName(QStringLiteral("logLikelihoodPlot"));
    m_plot->setAccessibleName(tr("Log-likelihood by epoch"));
    m_plot->setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(nullptr);
    m_plot->setMouseTracking(true);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->installEventFilter(this);
    prepareFigure(*m_plot);
    m_cursorLine = new QCPItemLine(m_plot);
    m_cursorText = makeCursorText(*m_plot);
    hideCursor();
    m_replot.setSingleShot(true);
    m_replot.setInterval(kReplotInterval);
    connect(&m_replot, &QTimer::timeout, this,
            [this] { m_plot->replot(QCustomPlot::rpQueuedReplot); });
    const auto zoomed = [this] { m_zoomed = true; };
    connect(m_plot, &QCustomPlot::mouseWheel, this, zoomed);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        if (event->buttons() != Qt::NoButton)
            m_zoomed = true;
        moveCursorTo(m_plot->xAxis->pixelToCoord(event->position().x()));
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_zoomed = false;
        showAll();
    });
    showAll();
    whenLanguageChanges(this, [this] {
        nameFigure(*m_plot);
        hideCursor(); // its text is of the old language
        redraw();
    });
}

void LikelihoodPlot::setTheme(const Theme &theme) {
    m_theme = theme;
    styleFigure(*m_plot, theme);
    m_cursorLine->setPen(QPen(theme.text3, 1));
    styleCursorText(*m_cursorText, theme);
    clearFigureMarks(*m_plot);
    for (const Mark &mark : m_marks)
        addFigureMark(*m_plot, theme, mark.epoch, mark.text);
    redraw();
}

FigureData LikelihoodPlot::figureData() const {
    FigureData shown{m_points, m_pixels, m_earlier};
    for (const Mark &mark : m_marks)
        shown.lastMark = std::max(shown.lastMark, mark.epoch);
    shown.earlier.insert(shown.earlier.end(), m_kept.begin(), m_kept.end());
    return shown;
}

void LikelihoodPlot::redraw() {
    drawFigure(*m_plot, m_theme, figureData());
    replotSoon();
}

void LikelihoodPlot::setEpochRange(int epochs) {
    if (epochs == m_epochs)
        return;
    m_epochs = epochs;
    showAll();
}

void LikelihoodPlot::addPoint(const LikelihoodPoint &point) {
    const auto place = std::lower_bound(
        m_points.begin(), m_points.end(), point.epoch,
        [](const LikelihoodPoint &other, double epoch) { return other.epoch < epoch; });
    if (place != m_points.end() && place->epoch == point.epoch)
        *place = point;
    else
        m_points.insert(place, point);
    redraw();
    showAll();
}

void LikelihoodPlot::setPixels(PixelKind pixels) {
    if (pixels == m_pixels)
        return;
    m_pixels = pixels;
    hideCursor();
    redraw();
    showAll();
}

void LikelihoodPlot::markControlChange(double epoch, const QString &text) {
    m_marks.push_back({epoch, text});
    addFigureMark(*m_plot, m_theme, epoch, text);
    showAll();
}

void LikelihoodPlot::clear() {
    m_points.clear();
    m_marks.clear();
    clearFigureMarks(*m_plot);
    hideCursor();
    m_zoomed = false;
    redraw();
    showAll();
}

void LikelihoodPlot::keepCurve(const QString &name) {
    if (m_points.empty())
        return;
    m_kept.push_back({name, m_points});
    redraw();
}

void LikelihoodPlot::forgetKeptCurves() {
    m_kept.clear();
    redraw();
    showAll();
}

void LikelihoodPlot::setEarlierRuns(std::vector<EarlierCurve> runs) {
    // Told of with every epoch of the run that trains, but these change rarely.
    if (std::equal(runs.begin(), runs.end(), m_earlier.begin(), m_earlier.end(), sameCurve))
        return;
    m_earlier = std::move(runs);
    redraw();
    showAll();
}

void LikelihoodPlot::replotSoon() {
    if (!m_replot.isActive())
        m_replot.start();
}

void LikelihoodPlot::showAll() {
    if (!m_zoomed)
        fitFigure(*m_plot, figureData(), m_epochs);
    replotSoon();
}

void LikelihoodPlot::moveCursorTo(double epoch) {
    if (m_points.empty())
        return;
    const auto nearest = std::min_element(
        m_points.begin(), m_points.end(), [&](const LikelihoodPoint &a, const LikelihoodPoint &b) {
            return std::abs(a.epoch - epoch) < std::abs(b.epoch - epoch);
        });
    showCursor(static_cast<int>(nearest - m_points.begin()));
}

QString LikelihoodPlot::cursorText() const {
    if (m_cursor < 0)
        return {};
    return describePoint(m_points[static_cast<std::size_t>(m_cursor)], m_pixels);
}

void LikelihoodPlot::showCursor(int point) {
    if (point == m_cursor)
        return;
    m_cursor = point;
    const double epoch = m_points[static_cast<std::size_t>(point)].epoch;
    // Far beyond any view, so that zooming needs no change here.
    constexpr double kFar = 1e7;
    m_cursorLine->start->setCoords(epoch, -kFar);
    m_cursorLine->end->setCoords(epoch, kFar);
    m_cursorText->setText(cursorText());
    m_cursorLine->setVisible(true);
    m_cursorText->setVisible(true);
    m_plot->setAccessibleDescription(cursorText());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LikelihoodPlot::hideCursor() {
    m_cursor = -1;
    m_cursorLine->setVisible(false);
    m_cursorText->setVisible(false);
    replotSoon();
}

bool LikelihoodPlot::eventFilter(QObject *watched, QEvent *event) {
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

void LikelihoodPlot::keyPressEvent(QKeyEvent *event) {
    const int last = static_cast<int>(m_points.size()) - 1;
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || last < 0) {
        event->ignore();
        return;
    }
    showCursor(m_cursor < 0 ? last : std::clamp(m_cursor + step, 0, last));
    event->accept();
}

QPicture LikelihoodPlot::toPicture(QSize size) const {
    const Theme &light = theme(ThemeKind::Light);
    QCustomPlot figure;
    prepareFigure(figure);
    styleFigure(figure, light);
    const FigureData shown = figureData();
    addFigureTitle(figure, light, shown);
    for (const Mark &mark : m_marks)
        addFigureMark(figure, light, mark.epoch, mark.text);
    drawFigure(figure, light, shown);
    addErrorBars(figure, light, shown);
    fitFigure(figure, shown, m_epochs);
    return pictureOf(figure, size);
}

QString LikelihoodPlot::toCsv() const { return likelihoodTable(m_points); }

} // namespace rbm
