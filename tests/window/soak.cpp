// Trains at full speed with everything open for so many seconds (half an hour unless told), going
// round the workspaces with chains that run, and tells whether memory stays flat, how many frames
// a second were shown, and whether the window, its kept run and a checkpoint agree in the end.
//
//   QT_QPA_PLATFORM=offscreen soak [SECONDS [DATA FOLDER]]
//
// Fails where memory in the last half of the time moves by more than 2 %, or where they disagree.
#include "engine/training/checkpoint.h"
#include "ui/runs/run_files.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <unistd.h>
#include <vector>

namespace {

constexpr int kStay = 5000;      ///< ms at each workspace
constexpr double kFlat = 0.02;   ///< of the memory
constexpr int kPatience = 30000; ///< ms until a paused run is kept

double megabytesInUse() {
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

void wait(const std::function<bool()> &isSo) {
    while (!isSo())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template <typename T>
T *find(const rbm::MainWindow &window, const char *name) {
    T *const found = window.findChild<T *>(QLatin1String(name));
    if (found == nullptr)
        qFatal("the window has no %s", name);
    return found;
}

void openEverything(rbm::MainWindow &window) {
    for (const char *section : {"trainerToggle", "monitorsToggle"}) {
        auto *toggle = find<QAbstractButton>(window, section);
        if (!toggle->isChecked())
            toggle->click();
    }
    find<QSpinBox>(window, "epochs")->setValue(1000000);
}

/// Comes by every workspace, and lets the chains of the Gibbs explorer run.
void goRound(rbm::MainWindow &window) {
    auto *tabs = find<QTabBar>(window, "workspaceTabs");
    constexpr int kExplorer = 2;
    tabs->setCurrentIndex((tabs->currentIndex() + 1) % tabs->count());
    if (tabs->currentIndex() == kExplorer && !window.session().snapshot().chains.running)
        find<QAbstractButton>(window, "chainPlayPause")->click();
}

/// What the window shows, the kept run and a checkpoint tell the same number of updates.
bool countersAgree(rbm::MainWindow &window, const QString &runs, const QString &checkpoint) {
    window.session().pause();
    const auto &session = window.session();
    wait([&] { return session.snapshot().state == rbm::RunState::Paused; });
    window.session().saveModel(checkpoint, true);
    wait([&] { return QFile::exists(checkpoint); });
    const std::uint64_t shown = session.snapshot().update;
    const std::uint64_t saved = rbm::loadCheckpoint(checkpoint.toStdString()).update;
    std::uint64_t kept = 0;
    const QDeadlineTimer patience(kPatience);
    wait([&] { // a moment after the pause
        for (const rbm::RunRecord &run : rbm::readRuns(runs).runs)
            kept = run.id == session.snapshot().run ? run.update : kept;
        return kept == shown || patience.hasExpired();
    });
    const QString text = find<QLabel>(window, "statusText")->text();
    const QString number = QLocale().toString(static_cast<qulonglong>(shown));
    std::printf(
        "updates: %llu in the window, %llu in the checkpoint, %llu in the kept run; \"%s\"\n",
        static_cast<unsigned long long>(shown), static_cast<unsigned long long>(saved),
        static_cast<unsigned long long>(kept), qPrintable(text));
    return shown == saved && shown == kept && text.contains(QStringLiteral("update ") + number);
}

bool isFlat(const std::vector<double> &megabytes) {
    const auto half = megabytes.begin() + static_cast<std::ptrdiff_t>(megabytes.size() / 2);
    const auto [least, most] = std::minmax_element(half, megabytes.end());
    std::printf("memory: %.1f MiB after the first second, %.1f to %.1f MiB in the last half, "
                "%.2f %%\n",
                megabytes.front(), *least, *most, 100 * (*most - *least) / *least);
    return *most - *least <= kFlat * *least;
}

} // namespace

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());
    const int seconds = argc > 1 ? std::max(8, std::atoi(argv[1])) : 1800;
    const QTemporaryDir folder;
    rbm::WindowOptions options;
    options.dataFolder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder.filePath("none");
    options.runsFolder = folder.filePath("runs");
    options.keepSettings = false;
    rbm::MainWindow window(options);
    window.resize(1440, 900);
    window.show();
    const auto &session = window.session();
    wait([&] { return session.snapshot().state == rbm::RunState::Idle; });
    openEverything(window);
    std::uint64_t frames = 0;
    QObject::connect(&window.session(), &rbm::Session::snapshotTaken, &window,
                     [&frames] { ++frames; });
    find<QAction>(window, "actionPlayPause")->trigger();

    std::vector<double> megabytes;
    QTimer everySecond;
    QObject::connect(&everySecond, &QTimer::timeout, &window,
                     [&megabytes] { megabytes.push_back(megabytesInUse()); });
    everySecond.start(1000);
    QTimer round;
    QObject::connect(&round, &QTimer::timeout, &window, [&window] { goRound(window); });
    round.start(kStay);
    bool over = false;
    QTimer::singleShot(1000 * seconds, &window, [&over] { over = true; });
    wait([&over] { return over; });
    everySecond.stop();
    round.stop();
    std::printf("%d s, %.1f frames a second\n", seconds,
                static_cast<double>(frames) / static_cast<double>(seconds));
    const bool flat = isFlat(megabytes);
    return countersAgree(window, options.runsFolder, folder.filePath("end.safetensors")) && flat
               ? 0
               : 1;
}
