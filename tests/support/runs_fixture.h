#pragma once

#include "tests/support/run_records.h"
#include "tests/support/window_fixture.h"
#include "ui/runs/run_files.h"
#include "ui/runs/run_table.h"
#include "ui/runs/runs_plot.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace rbm::test {

/// A window that keeps its runs in a folder of the test's.
class RunsFixture : public Fixture {
public:
    explicit RunsFixture(const QString &folder) : Fixture({}, folder) {}

    QTableView *table() { return get<QTableView>("runsTable"); }
    QAbstractItemModel *model() { return table()->model(); }
    int rows() { return model()->rowCount(); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    RunsPlot *plot() { return window().findChild<RunsPlot *>(); }
    QString notice() { return get<QLabel>("noticeText")->text(); }

    void openTab() {
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
    }
    /// Puts the cursor of the table there, as a click does.
    void select(int row) {
        table()->scrollTo(model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(model()->index(row, 2)).center());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(table(), key, modifiers);
    }
};

/// Two kept runs, "slow" and "quick", with curves, but without models.
inline void writeTwoRuns(const QTemporaryDir &folder) {
    RunRecord slow = runRecord(QStringLiteral("20260101T000000-00000001"), QStringLiteral("slow"));
    RunRecord quick =
        runRecord(QStringLiteral("20260102T000000-00000002"), QStringLiteral("quick"));
    slow.began = quick.began.addDays(-1);
    quick.config.k = 1;
    quick.points = {pointAt(1, -120), pointAt(2, -110)};
    for (const RunRecord &run : {slow, quick}) {
        writeRun(folder.path(), run);
        writeLabel(folder.path(), run);
    }
}

/// The run as it is on the disk; without an id where it is not there.
inline RunRecord onDisk(const QTemporaryDir &folder, const QString &run) {
    for (const RunRecord &each : readRuns(folder.path()).runs) {
        if (each.id == run)
            return each;
    }
    return {};
}

/// Trains for some updates, pauses, and waits until all of that is kept; the run's id.
inline QString trainAndPause(RunsFixture &fixture, const QTemporaryDir &folder) {
    const auto before = fixture.now().update;
    fixture.click("mainButton");
    if (!QTest::qWaitFor([&] { return fixture.now().update > before + 5; }, kLong))
        return {};
    fixture.click("mainButton");
    const bool kept = QTest::qWaitFor(
        [&] {
            const RunRecord run = onDisk(folder, fixture.now().run);
            return fixture.now().state == RunState::Paused && run.hasModel &&
                   run.update == fixture.now().update;
        },
        kLong);
    return kept ? fixture.now().run : QString();
}

} // namespace rbm::test
