// Measures how long the window's event loop stands still while it trains at full
// speed: a 1 ms heartbeat for so many seconds (60 unless told), the longest gaps
// of it, how long another theme, another language, what is opened for the first time
// and closing take. No test: the machine's other work counts, so the thread's own work
// stands beside the clock's.
//
//   measure_responsiveness [SECONDS [DATA FOLDER]]
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QStyleFactory>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <vector>

namespace {

/// Every workspace is looked at for the same part of the time; in the Gibbs explorer chains run.
void watch(rbm::MainWindow &window, int seconds, std::vector<double> &gaps) {
    QElapsedTimer clock;
    QTimer heartbeat;
    heartbeat.setTimerType(Qt::PreciseTimer);
    double last = 0;
    QObject::connect(&heartbeat, &QTimer::timeout, [&] {
        const double now = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        gaps.push_back(now - last);
        last = now;
    });
    QEventLoop loop;
    auto *tabs = window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"));
    for (int tab = 0; tab < tabs->count(); ++tab)
        QTimer::singleShot(1000 * seconds * tab / tabs->count(), tabs,
                           [tabs, tab] { tabs->setCurrentIndex(tab); });
    auto *chains = window.findChild<QPushButton *>(QStringLiteral("chainPlayPause"));
    constexpr int kGibbs = 2; // its tab
    QTimer::singleShot(1000 * seconds * kGibbs / tabs->count() + 100, chains, &QPushButton::click);
    QTimer::singleShot(1000 * seconds, &loop, &QEventLoop::quit);
    clock.start();
    heartbeat.start(1);
    loop.exec();
}

double threadMilliseconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
}

QAction *actionOf(const rbm::MainWindow &window, const char *name) {
    return window.findChild<QAction *>(QLatin1String(name));
}

/// Takes turns between two actions on every workspace, and tells the longest and the usual time
/// of them, with the layout and the painting that follow, and the longest that the event loop did
/// not come round.
void tellBlocking(const rbm::MainWindow &window, const char *what,
                  const std::array<const char *, 2> &actions) {
    constexpr int kTurns = 6; // on each workspace
    std::vector<double> clocks;
    std::vector<double> works;
    double longest = 0;
    auto *tabs = window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        for (std::size_t turn = 0; turn < kTurns; ++turn) {
            QEventLoop rest;
            QTimer::singleShot(100, &rest, &QEventLoop::quit);
            rest.exec();
            QElapsedTimer clock;
            clock.start();
            const double before = threadMilliseconds();
            actionOf(window, actions[turn % actions.size()])->trigger();
            double last = before;
            do {
                QApplication::processEvents();
                longest = std::max(longest, threadMilliseconds() - last);
                last = threadMilliseconds();
            } while (!window.updatesEnabled());
            QApplication::processEvents();
            longest = std::max(longest, threadMilliseconds() - last);
            works.push_back(threadMilliseconds() - before);
            clocks.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
    }
    std::sort(clocks.begin(), clocks.end());
    std::sort(works.begin(), works.end());
    std::printf("%s: %.1f ms as a rule, %.1f ms at most; %.1f and %.1f ms of its own work, %.1f ms "
                "of it at once\n",
                what, clocks[clocks.size() / 2], clocks.back(), works[works.size() / 2],
                works.back(), longest);
}

/// What opening something for the first time takes the event loop, once all is at rest.
template <typename Open>
void tellOpening(const char *what, const Open &open) {
    QEventLoop rest;
    QTimer::singleShot(500, &rest, &QEventLoop::quit);
    rest.exec();
    const double before = threadMilliseconds();
    double last = before;
    double longest = 0;
    open();
    for (int turn = 0; turn < 3; ++turn) { // layout and painting follow
        QApplication::processEvents();
        longest = std::max(longest, threadMilliseconds() - last);
        last = threadMilliseconds();
    }
    std::printf("%s for the first time: %.1f ms of its own work, %.1f ms of it at once\n", what,
                last - before, longest);
}

void tellOpenings(const rbm::MainWindow &window) {
    auto *tabs = window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"));
    tellOpening("slow motion", [&] { actionOf(window, "actionSlowMotion")->trigger(); });
    for (int tab = 1; tab < tabs->count(); ++tab)
        tellOpening(tabs->tabText(tab).toUtf8().constData(), [&] { tabs->setCurrentIndex(tab); });
    tabs->setCurrentIndex(0);
    actionOf(window, "actionSlowMotion")->trigger();
}

double closeMilliseconds(std::unique_ptr<rbm::MainWindow> window) {
    QElapsedTimer clock;
    clock.start();
    window->hide();
    window.reset();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 60;
    const QTemporaryDir empty;
    rbm::WindowOptions options;
    options.dataFolder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : empty.path();
    const QTemporaryDir runs; // kept as the program does
    options.runsFolder = runs.path();
    options.keepSettings = false;
    auto window = std::make_unique<rbm::MainWindow>(options);
    window->show();
    while (window->session().snapshot().state != rbm::RunState::Idle)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    tellOpenings(*window);
    tellBlocking(*window, "another theme at rest", {"actionTheme-dark", "actionTheme-light"});
    actionOf(*window, "actionPlayPause")->trigger();

    std::vector<double> gaps;
    watch(*window, seconds, gaps);
    std::sort(gaps.begin(), gaps.end());
    const auto updates = static_cast<unsigned long long>(window->session().snapshot().update);
    std::printf(
        "%d s, %llu updates: heartbeats %zu, 99 %% of gaps up to %.1f ms, longest %.1f ms\n",
        seconds, updates, gaps.size(), gaps[gaps.size() * 99 / 100], gaps.back());
    tellBlocking(*window, "another theme while it trains",
                 {"actionTheme-dark", "actionTheme-light"});
    tellBlocking(*window, "another language while it trains",
                 {"actionLanguage-de", "actionLanguage-en"});
    std::printf("closing while it trains: %.1f ms\n", closeMilliseconds(std::move(window)));
    return 0;
}
