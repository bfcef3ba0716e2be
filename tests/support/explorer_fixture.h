#pragma once

#include "tests/support/window_fixture.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/timeline_view.h"

#include <QLabel>
#include <QPushButton>
#include <QTabBar>

namespace rbm::test {

/// The window at its Gibbs explorer, with 100 chains of a small untrained model.
class Explorer : public Fixture {
public:
    Explorer() {
        window().resize(1100, 700);
        if (!QTest::qWaitFor([this] { return isReady(); }, kLong))
            qFatal("the window is not ready");
        get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
    }

    const ChainView &chains() { return now().chains; }
    TimelineView *timeline() { return get<TimelineView>("chainTimeline"); }
    QString text(const char *label) { return get<QLabel>(label)->text(); }

    void runToTheEnd() {
        if (!QTest::qWaitFor([this] { return chains().count == 100; }, kLong))
            qFatal("there are no chains");
        click("chainPlayPause");
        if (!QTest::qWaitFor([this] { return chains().live == 3000 && !chains().running; },
                             4 * kLong))
            qFatal("the chains did not run");
    }
    bool shows(std::uint64_t step) {
        return QTest::qWaitFor([&] { return chains().step == step; }, kLong);
    }
    void choose(const char *segments, int index) {
        auto *button = get<SegmentedControl>(segments)->findChildren<QPushButton *>().at(index);
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

} // namespace rbm::test
