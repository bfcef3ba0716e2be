// Takes the pictures of the documentation from the running program, on real images and without
// a display, each workspace at 1440 x 900: Train and Runs after some epochs of three presets,
// Filters and Gibbs explorer with the bundled model; then those of docs/guide. Takes some minutes.
//
//   QT_QPA_PLATFORM=offscreen take_pictures DATA FOLDER [window|guide]
#include "ui/support/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/lesson_guide.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QPixmap>
#include <QStyleFactory>
#include <QTabBar>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

namespace {

constexpr std::uint64_t kEpoch = 750; ///< updates
constexpr int kSettle = 1500;         ///< ms until everything on a workspace was drawn

void wait(const std::function<bool()> &isSo) {
    while (!isSo())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void settle() {
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < kSettle)
        QApplication::processEvents(QEventLoop::AllEvents, 50);
}

class Photographer {
public:
    Photographer(const rbm::WindowOptions &options, QDir folder)
        : m_window(options), m_folder(std::move(folder)) {
        m_window.resize(1440, 900);
        m_window.show();
        wait([this] { return now().state == rbm::RunState::Idle; });
    }

    /// Trains as the preset says, until its end or that update; goes on in the latter case.
    void train(const QString &preset, std::uint64_t until) {
        auto *presets = m_window.findChild<QComboBox *>(QStringLiteral("presetCombo"));
        presets->setCurrentIndex(presets->findText(preset));
        emit presets->activated(presets->currentIndex());
        settle();
        trigger("actionPlayPause");
        wait([&] { return now().update >= until || now().state == rbm::RunState::Finished; });
    }
    void pause() {
        if (now().state == rbm::RunState::Training)
            trigger("actionPlayPause");
        wait([this] { return now().state != rbm::RunState::Training; });
        settle();
        const auto *status = m_window.findChild<QLabel *>(QStringLiteral("statusText"));
        wait([status] { return !status->text().contains(QLatin1String("Checking")); });
    }
    void restart() {
        trigger("actionRestart");
        wait([this] { return now().state == rbm::RunState::Idle && now().update == 0; });
    }
    void openBundledModel() {
        trigger("actionBundledModel");
        settle();
    }
    void pinFilter(int tile) {
        open(1);
        settle();
        auto *filters = m_window.findChild<rbm::TileView *>(QStringLiteral("largeFilterView"));
        emit filters->selectionChanged(tile);
        emit filters->tileClicked(tile);
        for (int turn = 0; turn < 4; ++turn) // it looks at all training images
            settle();
    }
    void runChains() {
        open(2);
        wait([this] { return now().chains.count == 100; });
        click("chainPlayPause");
        waitForChains();
    }
    void take(int workspace, const char *name) {
        open(workspace);
        settle();
        take(name);
    }
    /// The window as it is, or a part of it.
    void take(const char *name, const QRect &part = QRect(0, 0, 1440, 900)) {
        m_window.grab(part).save(m_folder.filePath(QLatin1String(name)));
    }
    void startLesson(const char *id) {
        m_window.startLesson(QLatin1String(id));
        settle();
    }
    void set(const char *control, double value) {
        rbm::setControl(m_window, QLatin1String(control), value);
    }
    void click(const char *control) {
        rbm::clickControl(m_window, QLatin1String(control));
        settle();
    }
    /// Measures the likelihood at this moment.
    void measure() {
        click("actionMeasure");
        wait([this] { return !now().measuring; });
        settle();
    }
    void waitForChains() {
        wait([this] { return now().chains.live == 3000 && !now().chains.running; });
    }

private:
    const rbm::TrainingSnapshot &now() { return m_window.session().snapshot(); }
    void trigger(const char *action) {
        m_window.findChild<QAction *>(QLatin1String(action))->trigger();
    }
    void open(int workspace) {
        m_window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"))->setCurrentIndex(workspace);
    }

    rbm::MainWindow m_window;
    QDir m_folder;
};

void takeTraining(Photographer &photographer) {
    photographer.train(QStringLiteral("CD-1"), 8 * kEpoch);
    photographer.pause();
    photographer.restart();
    photographer.train(QStringLiteral("Fast look"), 4 * kEpoch);
    photographer.pause();
    photographer.restart();
    photographer.train(QStringLiteral("Classic PCD-30"), 10 * kEpoch);
    photographer.take(0, "train.png");
    photographer.pause();
    photographer.take(3, "runs.png");
}

void takeModel(Photographer &photographer) {
    photographer.openBundledModel();
    photographer.pinFilter(12);
    photographer.take(1, "filters.png");
    photographer.runChains();
    photographer.take(2, "gibbs.png");
}

void takeFirstMinutes(Photographer &photographer) {
    photographer.startLesson("tour");
    photographer.take("tour.png", QRect(0, 0, 815, 560));
    photographer.click("calloutEnd");
    photographer.train(QStringLiteral("Fast look"), 2 * kEpoch);
    photographer.pause();
    photographer.click("actionSlowMotion");
    photographer.click("slowMotionUpdate");
    photographer.set("slowMotionParts", 2);
    settle();
    photographer.take("slow-motion.png", QRect(268, 86, 674, 783));
}

void takeTeaching(Photographer &photographer) {
    photographer.openBundledModel();
    photographer.set("likelihoodBudget", 10); // of seconds: enough on a machine that does more
    photographer.startLesson("temperatures");
    photographer.measure();
    photographer.click("calloutNext");
    photographer.click("calloutNext");
    photographer.click("calloutReveal");
    photographer.take("lesson.png", QRect(268, 515, 892, 310));
    photographer.click("calloutEnd");
    photographer.click("honestyWhy");
    photographer.take("honesty.png", QRect(268, 133, 546, 614));
    photographer.click("honestyExplanationClose");
    photographer.runChains();
    photographer.set("drawTarget", 1);
    photographer.set("clampSelector", 1);
    photographer.waitForChains();
    photographer.click("chainRestart");
    photographer.click("chainPlayPause");
    photographer.waitForChains();
    photographer.take(2, "clamp.png");
}

} // namespace

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    if (argc != 3 && argc != 4) {
        std::fprintf(stderr, "usage: take_pictures DATA FOLDER [window|guide]\n");
        return 2;
    }
    const QString part = argc == 4 ? QString::fromLocal8Bit(argv[3]) : QString();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());
    rbm::speak(rbm::LanguageChoice::English); // for its plurals
    const QTemporaryDir runs;
    rbm::WindowOptions options;
    options.dataFolder = QString::fromLocal8Bit(argv[1]);
    options.dataName = QStringLiteral("MNIST");
    options.runsFolder = runs.path();
    options.keepSettings = false;
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    const auto takeWith = [&](void (*take)(Photographer &)) {
        Photographer photographer(options, folder);
        take(photographer);
    };
    if (part != u"guide") {
        takeWith(takeTraining);
        takeWith(takeModel);
    }
    if (part != u"window") {
        takeWith(takeFirstMinutes);
        takeWith(takeTeaching);
    }
    return 0;
}
