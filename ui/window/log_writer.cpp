#include "ui/window/log_writer.h"

#include "ui/runs/run_library.h"
#include "ui/runs/run_settings.h"
#include "ui/session/run_progress.h"
#include "ui/session/session.h"
#include "ui/support/starter_digits.h"
#include "ui/window/likelihood_texts.h"
#include "ui/window/log_book.h"
#include "ui/window/notice_bar.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace rbm {

namespace {

constexpr int kRestOfPlan = 600; ///< ms without a change until one is told

QString wholeText(std::uint64_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString realText(double number) { return QLocale().toString(number, 'g', 6); }

/// "epoch 2, update 1,500": the epochs that are complete.
QString placeText(std::uint64_t update, std::size_t updatesPerEpoch) {
    return LogWriter::tr("epoch %1, update %2")
        .arg(wholeText(update / std::max<std::size_t>(1, updatesPerEpoch)), wholeText(update));
}

/// "−93.7 (−94.3 … −93.1)"; one number where that says it all.
QString measuredText(const LikelihoodValue &value, QuoteVerdict verdict) {
    if (verdict == QuoteVerdict::DoNotQuote)
        return valueText(value, verdict);
    if (verdict == QuoteVerdict::Exact)
        return natsText(value.value, 2);
    return QStringLiteral("%1 (%2)").arg(valueText(value, verdict), intervalText(value, verdict));
}

QString reportText(const LikelihoodReport &report) {
    const LikelihoodPoint point = pointOf(report);
    const QuoteVerdict verdict = point.trusted.verdict;
    const QString model = report.averaged ? LogWriter::tr("the averaged model")
                                          : LogWriter::tr("epoch %1").arg(realText(report.epoch));
    return LogWriter::tr("Likelihood of %1, nats per test image: gray %2, sampled %3. %4: %5")
        .arg(model, measuredText(point.gray.test, verdict),
             measuredText(point.sampled.test, verdict), verdictWords(verdict),
             reasonText(report.trusted.assessment));
}

} // namespace

LogWriter::LogWriter(LogBook &book, Session &session, const NoticeBar &notices, RunLibrary &library,
                     QObject *parent)
    : QObject(parent), m_book(book), m_session(session), m_library(library), m_rest(this) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestOfPlan);
    connect(&m_rest, &QTimer::timeout, this, &LogWriter::tellPlan);
    connect(&notices, &NoticeBar::told, this, [this](NoticeBar::Kind kind, const QString &text) {
        if (kind == NoticeBar::Kind::Warning)
            m_book.add(tr("Warning: %1").arg(text), LogLine::Kind::Warning);
        else
            m_book.add(text);
    });
    connect(&notices, &NoticeBar::chosen, this,
            [this](const QString &action) { m_book.add(tr("“%1” was chosen.").arg(action)); });
    connectSession();
    connectRuns();
    m_book.add(tr("RBM Explorer %1 was started.").arg(QCoreApplication::applicationVersion()));
}

void LogWriter::connectSession() {
    connect(&m_session, &Session::dataChanged, this, &LogWriter::tellImages);
    connect(&m_session, &Session::folderOpened, this, [this](const QString &folder) {
        m_book.add(tr("They come from the folder %1.").arg(folder));
    });
    connect(&m_session, &Session::backendChanged, this, &LogWriter::tellBackend);
    connect(&m_session, &Session::reportsTaken, this, &LogWriter::tellReports);
    connect(&m_session, &Session::snapshotTaken, this, &LogWriter::look);
    connect(&m_session, &Session::modelOpened, this, [this] { m_planKnown = false; });
}

void LogWriter::connectRuns() {
    connect(&m_session, &Session::runOpened, this, [this](const RunProgress &run) {
        m_planKnown = false;
        m_opened = run.id;
        m_book.add(tr("Opened %1 at %2: %3.")
                       .arg(nameOf(run.id), placeText(run.update, run.updatesPerEpoch),
                            settingsText(run.config)));
    });
    connect(&m_session, &Session::runKept, this, [this](const RunProgress &run) {
        // While it trains, that is every half minute.
        if (run.id == m_run && m_state == RunState::Training)
            return;
        m_book.add(
            tr("Kept %1 at %2.").arg(nameOf(run.id), placeText(run.update, run.updatesPerEpoch)));
    });
}

QString LogWriter::nameOf(const QString &run) const {
    const RunTable &table = m_library.table();
    const int row = table.rowOf(run);
    return row < 0 ? tr("the run")
                   : tr("“%1”").arg(table.runs()[static_cast<std::size_t>(row)].name);
}

void LogWriter::tellImages() {
    const DatasetPair &data = m_session.data();
    m_book.add(tr("Images: %1, %2 to train on and %3 to test with, %4 × %5 pixels.")
                   .arg(shownImagesName(QString::fromStdString(data.name)),
                        wholeText(data.train->count()), wholeText(data.test->count()),
                        wholeText(data.train->width), wholeText(data.train->height)));
}

void LogWriter::tellBackend() {
    m_book.add(
        tr("Computing with %1: %2.").arg(m_session.backendName(), m_session.backendDevice()));
    if (!m_session.cudaTrouble().isEmpty())
        m_book.add(tr("CUDA cannot be used: %1.").arg(m_session.cudaTrouble()));
}

void LogWriter::tellReports(const std::vector<LikelihoodReport> &reports) {
    for (const LikelihoodReport &report : reports)
        m_book.add(reportText(report));
}

void LogWriter::look(const TrainingSnapshot &now) {
    if (now.onShow && !m_onShow)
        m_book.add(tr("A trained model is on show, to look at: Train begins a run of your own."));
    m_onShow = now.onShow;
    lookAtRun(now);
    lookAtPlan(now);
    // Before its first update it has no name, and is not told as begun.
    if (now.state == RunState::Training && now.run.isEmpty())
        return;
    if (now.state != m_state)
        tellState(now);
    m_state = now.state;
}

void LogWriter::lookAtRun(const TrainingSnapshot &now) {
    if (now.run == m_run)
        return;
    m_planKnown = false;
    if (now.run.isEmpty() && now.update == 0)
        m_book.add(tr("Back at the start, with a model that has learnt nothing yet."));
    else if (!now.run.isEmpty() && now.run != m_opened)
        m_book.add(tr("Began %1: %2.").arg(nameOf(now.run), settingsText(now.config)));
    m_run = now.run;
}

/// Sliders move through many values: only where they come to rest is told.
void LogWriter::lookAtPlan(const TrainingSnapshot &now) {
    const Plan plan{now.controls, now.config.numEpoch};
    if (!m_planKnown || now.run.isEmpty()) {
        m_rest.stop();
        m_plan = plan;
        m_planKnown = !now.run.isEmpty();
        return;
    }
    if (plan == m_plan)
        return;
    if (!m_rest.isActive()) {
        m_told = m_plan;
        m_changed = now.update;
    }
    m_plan = plan;
    m_rest.start();
}

void LogWriter::tellPlan() {
    QStringList changes;
    const auto tell = [&](const QString &change, double before, double after) {
        if (before != after)
            changes += change.arg(realText(before), realText(after));
    };
    tell(tr("learning rate %1 → %2"), m_told.controls.learningRate, m_plan.controls.learningRate);
    tell(tr("momentum %1 → %2"), m_told.controls.momentum, m_plan.controls.momentum);
    tell(tr("epochs planned %1 → %2"), static_cast<double>(m_told.epochs),
         static_cast<double>(m_plan.epochs));
    if (!changes.isEmpty())
        m_book.add(tr("Changed at update %1: %2.")
                       .arg(wholeText(m_changed), changes.join(QStringLiteral(", "))));
}

void LogWriter::tellState(const TrainingSnapshot &now) {
    const QString place = placeText(now.update, now.updatesPerEpoch);
    switch (now.state) {
    case RunState::Training:
        m_book.add(tr("Training from %1.").arg(place));
        break;
    case RunState::Paused:
        m_book.add(tr("Paused at %1.").arg(place));
        break;
    case RunState::Finished:
        m_book.add(tr("Finished at %1.").arg(place));
        break;
    case RunState::Failed:
        m_book.add(tr("Stopped at %1.").arg(place), LogLine::Kind::Warning);
        break;
    case RunState::NoData:
    case RunState::Idle:
        break;
    }
}

} // namespace rbm
