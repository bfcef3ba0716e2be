// A user without a plan, for so many seconds: clicks, keys, drags, resizes, files that are good
// and files that are not, exports, themes, closing and opening again, while it trains on the
// starter digits. Tells its seed first; the same seed does the same as far as threads allow.
//
//   QT_QPA_PLATFORM=offscreen monkey SECONDS [SEED]
//
// Fails where the program crashes; where the window's event loop stands still for 200 ms of its
// thread's own processor time or for 2 s of the clock (other programs take time, too, and the
// disk), but for the half second in which a new window is made; or where memory grows: in the last
// quarter of the time it may hold at most 10 % and 32 MiB more than in the quarter before, and of
// that what was taken and not given back 5 % and 24 MiB (windows differ by what is open in them;
// the rest are gaps that the allocator keeps until the window is closed). Under the address
// sanitizer, which makes the code some three times as slow and keeps what was given back, three
// times as long, and it may hold 128 MiB more.
#include "tests/monkey/monkey_files.h"
#include "tests/monkey/monkey_user.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <malloc.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
// Of the sanitizer; GCC has no header for it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace {

using Clock = std::chrono::steady_clock;

#ifdef __SANITIZE_ADDRESS__
constexpr double kSlower = 3;
constexpr double kMayGrow = 128; // MiB of what it holds
#else
constexpr double kSlower = 1;
constexpr double kMayGrow = 32;
#endif
constexpr double kMayTake = 24;                // MiB of what was taken and not given back
constexpr double kLongestWork = 0.2 * kSlower; // seconds of the thread
constexpr double kLongestGap = 2 * kSlower;    // seconds of the clock
constexpr double kHanging = 60;                // seconds: it will not come back

double threadSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr double kMebibyte = 1 << 20;

/// In MiB.
struct Memory {
    double held = 0;  ///< of the machine's memory
    double taken = 0; ///< from the allocator, and not given back
};

Memory memoryNow() {
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
#ifdef __SANITIZE_ADDRESS__
    const auto taken = static_cast<double>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 heap = ::mallinfo2();
    const auto taken = static_cast<double>(heap.uordblks + heap.hblkhd);
#endif
    return {resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / kMebibyte, taken / kMebibyte};
}

/// Looks how long the event loop does not come round, and ends a program that hangs for good.
class Heart : public QObject {
public:
    explicit Heart(const rbm::test::MonkeyUser &user) : m_user(user), m_last(Clock::now()) {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
        m_timer.start(1);
        m_watch = std::thread([this] { watch(); });
    }
    ~Heart() override {
        m_over = true;
        m_watch.join();
    }

    bool isSound() const { return m_faults == 0; }
    double longestWork() const { return m_longestWork; }
    double longestGap() const { return m_longestGap; }
    /// By the end of which the longest work was done.
    const QByteArray &longestAction() const { return m_longestAction; }

private:
    void beat() {
        const double gap = secondsSince(m_last);
        const double work = threadSeconds() - m_work;
        if (!m_user.isOpening()) {
            m_longestGap = std::max(m_longestGap, gap);
            if (work > m_longestWork) {
                m_longestWork = work;
                m_longestAction = m_user.lastAction();
            }
        }
        if (!m_user.isOpening() && (gap > kLongestGap || work > kLongestWork)) {
            ++m_faults;
            std::printf("The event loop stood still for %.0f ms, %.0f ms of them its own work, "
                        "by the end of: %s\n",
                        1000 * gap, 1000 * work, m_user.lastAction().constData());
            std::fflush(stdout);
        }
        m_last = Clock::now();
        m_work = threadSeconds();
        ++m_beats;
    }

    void watch() {
        std::uint64_t seen = 0;
        auto since = Clock::now();
        while (!m_over) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            if (const std::uint64_t beats = m_beats; beats != seen) {
                seen = beats;
                since = Clock::now();
            } else if (secondsSince(since) > kHanging) {
                std::printf("The event loop hangs in: %s\n", m_user.lastAction().constData());
                std::fflush(stdout);
                std::abort(); // so that the stack can be seen
            }
        }
    }

    const rbm::test::MonkeyUser &m_user;
    QTimer m_timer;
    Clock::time_point m_last;
    double m_work = threadSeconds();
    double m_longestWork = 0;
    double m_longestGap = 0;
    QByteArray m_longestAction;
    int m_faults = 0;
    std::atomic<std::uint64_t> m_beats = 0;
    std::atomic<bool> m_over = false;
    std::thread m_watch;
};

Memory mean(const std::vector<Memory> &values, std::size_t first, std::size_t last) {
    Memory sum;
    for (std::size_t at = first; at < last; ++at) {
        sum.held += values[at].held;
        sum.taken += values[at].taken;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(last - first, 1));
    return {sum.held / count, sum.taken / count};
}

/// Of what was seen each second.
bool memoryIsSound(const std::vector<Memory> &seen) {
    const std::size_t count = seen.size();
    const Memory before = mean(seen, count / 2, 3 * count / 4);
    const Memory last = mean(seen, 3 * count / 4, count);
    std::printf("memory: %.0f MiB in the third quarter, %.0f MiB in the last; %.1f and %.1f MiB "
                "of it taken and not given back\n",
                before.held, last.held, before.taken, last.taken);
    return last.held <= 1.1 * before.held + kMayGrow &&
           last.taken <= 1.05 * before.taken + kMayTake;
}

/// What Qt Test says of clicks beside a window is no news here.
void dropWarnings(QtMsgType type, const QMessageLogContext &, const QString &text) {
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

int main(int argc, char **argv) {
    const int seconds = argc > 1 ? std::max(4, std::atoi(argv[1])) : 60;
    const std::uint64_t seed =
        argc > 2 ? std::strtoull(argv[2], nullptr, 10) : std::random_device{}();
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    const QTemporaryDir home; // nothing of it reaches the user's folders
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toLocal8Bit());
    qputenv("PATH", home.path().toLocal8Bit()); // "Show in folder" finds no other program
    QDir::setCurrent(home.path());
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication app(argc, argv);
    qInstallMessageHandler(dropWarnings);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());

    QDir(home.path()).mkpath(QStringLiteral("files"));
    rbm::WindowOptions options;
    options.dataFolder = home.filePath(QStringLiteral("data"));
    options.mirrors = {QStringLiteral("http://127.0.0.1:1")}; // nobody answers there
    options.runsFolder = home.filePath(QStringLiteral("runs"));
    rbm::test::MonkeyUser user(seed, options,
                               rbm::test::makeMonkeyFiles(home.filePath(QStringLiteral("files"))));
    Heart heart(user);
    std::vector<Memory> memory;
    QTimer everySecond;
    QObject::connect(&everySecond, &QTimer::timeout, &user, [&] { memory.push_back(memoryNow()); });
    everySecond.start(1000);
    QTimer::singleShot(1000 * seconds, &user, [&user] { user.stop(); });
    user.start();
    while (!user.finished())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("%llu actions in %llu windows; the event loop stood still for %.0f ms at most, "
                "%.0f ms of its own work (by the end of: %s)\n",
                static_cast<unsigned long long>(user.actions()),
                static_cast<unsigned long long>(user.windows()), 1000 * heart.longestGap(),
                1000 * heart.longestWork(), heart.longestAction().constData());
    return memoryIsSound(memory) && heart.isSound() ? 0 : 1;
}
