// What the window says where something failed, and what it offers then. main_window.cpp has the
// rest.
#include "ui/window/control_panel.h"
#include "ui/window/data_source.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QFileInfo>
#include <QLocale>

#include <vector>

namespace rbm {

namespace {
constexpr double kLowerRate = 0.5;
} // namespace

void MainWindow::showTrouble(const QString &sentence, const FailedTask &task) {
    using Kind = FailedTask::Kind;
    switch (task.kind) {
    case Kind::LoadFolder:
        m_source->tellWrongFolder(task.path, sentence);
        return;
    case Kind::OpenModel:
        tellWrongModel(tr("%1 The current model is unchanged.").arg(sentence));
        return;
    case Kind::OtherSize:
        m_notices->showNotice(
            NoticeBar::Kind::Warning, sentence,
            {openItsFolder(task.path), {tr("Choose another"), [this] { openModel(); }}});
        return;
    case Kind::SaveModel:
    case Kind::SaveControls:
        tellNotSaved(sentence, task);
        return;
    case Kind::Diverged:
        tellDiverged(sentence, task.canGoBack);
        return;
    case Kind::UseCuda:
        tellNoCuda(sentence);
        return;
    case Kind::Other:
        break;
    }
    if (m_session.data().train == nullptr && m_session.snapshot().state == RunState::NoData)
        m_source->openAfterTrouble(sentence);
    else
        m_notices->showNotice(NoticeBar::Kind::Warning, sentence);
}

void MainWindow::tellWrongModel(const QString &text) {
    m_notices->showNotice(NoticeBar::Kind::Warning, text,
                          {{tr("Choose another"), [this] { openModel(); }}});
}

NoticeBar::Action MainWindow::openItsFolder(const QString &model) {
    return {tr("Open its folder…"), [this, model] {
                if (m_source->chooseFolder())
                    m_toOpen = model;
            }};
}

void MainWindow::tellNotSaved(const QString &sentence, const FailedTask &task) {
    const bool isTable = task.kind == FailedTask::Kind::SaveControls;
    const auto elsewhere = [this, isTable, task] {
        if (isTable)
            askForControls();
        else if (QFileInfo(task.path).suffix() == u"rbmx")
            saveShared();
        else
            saveModel();
    };
    const auto again = [this, isTable, task] {
        if (isTable)
            m_session.saveControls(task.path);
        else
            m_session.saveModel(task.path, task.checkpoint);
    };
    m_notices->showNotice(NoticeBar::Kind::Warning, sentence,
                          {{tr("Choose folder"), elsewhere}, {tr("Retry"), again}});
}

void MainWindow::tellDiverged(const QString &text, bool canGoBack) {
    std::vector<NoticeBar::Action> actions;
    if (canGoBack)
        actions.emplace_back(tr("Go back one epoch"), [this] {
            m_session.goBackOneEpoch();
            tellDiverged(tr("The run is one epoch further back. Lower the learning rate, then go "
                            "on."),
                         false);
        });
    actions.emplace_back(tr("Lower rate"), [this, canGoBack] {
        m_controls->changeLearningRate(kLowerRate);
        tellDiverged(tr("The learning rate is %1 now. Go on with Resume, or lower it further.")
                         .arg(QLocale().toString(m_controls->controls().learningRate, 'g', 3)),
                     canGoBack);
    });
    m_notices->showNotice(NoticeBar::Kind::Warning, text, actions);
    m_stop = text;
}

/// Once for each run: who waits longer should know why. Not where the run has stopped since that
/// snapshot: the ways on from there matter more.
void MainWindow::tellSlowChains(const TrainingSnapshot &snapshot) {
    if (!snapshot.slowChains || snapshot.state != RunState::Training || m_slowRun == snapshot.run ||
        !m_stop.isEmpty())
        return;
    m_slowRun = snapshot.run;
    m_notices->showNotice(
        NoticeBar::Kind::Warning,
        tr("The weights have grown so large that the chains are several times as slow from here "
           "on: those of one unit add up to more than 512. At a lower rate they grow less."),
        {{tr("Lower rate"), [this] { m_controls->changeLearningRate(kLowerRate); }}});
}

/// Once it trains again, what was said of the stop is over.
void MainWindow::forgetStop() {
    if (!m_stop.isEmpty() && m_notices->text() == m_stop)
        m_notices->hide();
    m_stop.clear();
}

void MainWindow::tellNoCuda(const QString &reason) {
    const QString text = tr("No usable CUDA device; training uses the CPU.");
    const auto tell = [this, text, reason] {
        m_notices->showNotice(NoticeBar::Kind::Warning, tr("%1 The reason: %2.").arg(text, reason));
    };
    m_notices->showNotice(NoticeBar::Kind::Warning, text, {{tr("Details"), tell}});
}

void MainWindow::showDeviceLoss(quint64 at, quint64 safe, const QString &details) {
    const QLocale locale;
    const QString text = tr("The GPU stopped at update %1. Your model is safe up to update %2.")
                             .arg(locale.toString(at), locale.toString(safe));
    tellDeviceLoss(text, details);
}

/// The ways on stay, whatever was looked at or called off. `details`: what is not told yet.
void MainWindow::tellDeviceLoss(const QString &text, const QString &details) {
    std::vector<NoticeBar::Action> actions = {{tr("Continue on CPU"),
                                               [this] {
                                                   m_session.play();
                                                   forgetStop();
                                               }},
                                              {tr("Save"), [this, text, details] {
                                                   if (!saveModel())
                                                       tellDeviceLoss(text, details);
                                               }}};
    if (!details.isEmpty())
        actions.emplace_back(tr("Details"), [this, text, details] {
            tellDeviceLoss(text + QLatin1Char(' ') + details, {});
        });
    m_notices->showNotice(NoticeBar::Kind::Warning, text, actions);
    m_stop = text;
}

} // namespace rbm
