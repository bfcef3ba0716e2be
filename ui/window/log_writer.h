#pragma once

#include "engine/training/training_config.h"
#include "ui/session/snapshot.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace rbm {

class LogBook;
class NoticeBar;
class RunLibrary;
class Session;
struct RunProgress;

/// Writes into the log what the session, the notices and the kept runs tell of. Make it after the
/// library follows the session, as it tells runs by their names. Lives on the window's thread.
class LogWriter : public QObject {
    Q_OBJECT
public:
    LogWriter(LogBook &book, Session &session, const NoticeBar &notices, RunLibrary &library,
              QObject *parent);

private:
    /// What a person changes while a run trains.
    struct Plan {
        LiveControls controls;
        std::size_t epochs = 0;
        bool operator==(const Plan &) const = default;
    };

    void connectSession();
    void connectRuns();
    void tellImages();
    void tellBackend();
    void tellReports(const std::vector<LikelihoodReport> &reports);
    void look(const TrainingSnapshot &now);
    void lookAtRun(const TrainingSnapshot &now);
    void lookAtPlan(const TrainingSnapshot &now);
    void tellState(const TrainingSnapshot &now);
    void tellPlan();
    /// “Run 3”, or words where it has no name.
    QString nameOf(const QString &run) const;

    LogBook &m_book;
    Session &m_session;
    RunLibrary &m_library;
    RunState m_state = RunState::NoData;
    bool m_onShow = false;
    QString m_run;
    QString m_opened;      ///< the kept run that was opened last
    Plan m_plan;           ///< the newest one seen
    Plan m_told;           ///< before it began to change
    quint64 m_changed = 0; ///< the first update with another plan than m_told
    bool m_planKnown = false;
    QTimer m_rest; ///< a slider came to rest
};

} // namespace rbm
