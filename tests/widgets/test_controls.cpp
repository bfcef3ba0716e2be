#include "ui/theme/icons.h"
#include "ui/widgets/arrow_row.h"
#include "ui/widgets/log_slider.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/wrapped_label.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

using namespace rbm;

class TestControls : public QObject {
    Q_OBJECT

private slots:
    void aRowOfButtonsIsOneStopOfTheTabKeyAndTakesTheArrows() {
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        std::vector<QAbstractButton *> row;
        for (int at = 0; at < 4; ++at) {
            row.push_back(new QPushButton(QString::number(at), &window));
            layout->addWidget(row.back());
        }
        auto *behind = new QPushButton(QStringLiteral("behind"), &window);
        layout->addWidget(behind);
        const ArrowRow arrows(row, &window);
        row[2]->setEnabled(false);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
        row[0]->setFocus();
        press(Qt::Key_Right);
        QVERIFY(row[1]->hasFocus());
        press(Qt::Key_Right); // past the one that is off
        QVERIFY(row[3]->hasFocus());
        press(Qt::Key_Right); // the end
        QVERIFY(row[3]->hasFocus());
        press(Qt::Key_Home);
        QVERIFY(row[0]->hasFocus());
        press(Qt::Key_Left);
        QVERIFY(row[0]->hasFocus());
        press(Qt::Key_End);
        press(Qt::Key_Left);
        QVERIFY(row[1]->hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(behind->hasFocus());
        QTest::keyClick(behind, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(row[1]->hasFocus()); // where it was left
    }

    void aTypedValueIsKeptExactly() {
        LogSlider control(QStringLiteral("Learning rate"));
        control.setRange(0.001, 20.0);
        control.setObjectNames(QStringLiteral("learningRateSlider"),
                               QStringLiteral("learningRateEdit"));
        control.show();
        auto *edit = control.findChild<QDoubleSpinBox *>(QStringLiteral("learningRateEdit"));
        QVERIFY(edit);
        QSignalSpy changed(&control, &LogSlider::valueChanged);
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("0.12345"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(control.value(), 0.12345);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(edit->value(), 0.12345);
    }

    void theSliderShowsTheLogarithm() {
        LogSlider control(QStringLiteral("Learning rate"));
        control.setRange(0.01, 100.0);
        auto *slider = control.findChild<QSlider *>();
        control.setValue(1.0);
        QCOMPARE(slider->value(), 500);
        slider->setValue(750);
        QCOMPARE(control.value(), 10.0);
        slider->setValue(0);
        QCOMPARE(control.value(), 0.01);
        slider->setValue(1000);
        QCOMPARE(control.value(), 100.0);
    }

    void aLinearSliderShowsTheValueItself() {
        LogSlider control(QStringLiteral("Momentum"));
        control.setLinear(true);
        control.setRange(0.0, 0.99);
        control.setValue(0.495);
        QCOMPARE(control.findChild<QSlider *>()->value(), 500);
        control.setValue(0.0);
        QCOMPARE(control.value(), 0.0);
    }

    void stepsAndValuesStayInTheRange() {
        LogSlider control(QStringLiteral("Learning rate"));
        control.setRange(0.001, 20.0);
        control.setValue(0.1);
        control.stepByFactor(1.1);
        QVERIFY(qFuzzyCompare(control.value(), 0.11));
        control.setValue(1000.0);
        QCOMPARE(control.value(), 20.0);
        control.setValue(qQNaN());
        QCOMPARE(control.value(), 20.0);
    }

    void aClickChoosesASegment() {
        SegmentedControl control;
        for (const char *text : {"Slow", "Watch", "Fast"}) {
            control.addSegment(QString::fromLatin1(text));
        }
        control.show();
        QCOMPARE(control.current(), 0);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        const auto buttons = control.findChildren<QPushButton *>();
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        QCOMPARE(control.current(), 2);
        QCOMPARE(changed.size(), 1);
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        QCOMPARE(changed.size(), 1);
    }

    void aWrappedTextIsAsHighAsThatOfALabel() {
        QLabel plain;
        plain.setWordWrap(true);
        WrappedLabel wrapped(nullptr, nullptr);
        const auto compare = [&] {
            for (const int width : {400, 120, 400, 120})
                QCOMPARE(wrapped.heightForWidth(width), plain.heightForWidth(width));
        };
        const auto both = [&](auto change) {
            change(plain);
            change(wrapped);
            compare();
        };
        const QString text = QStringLiteral("<b>Words</b> that need <i>some</i> lines of it. ");
        both([&](QLabel &label) { label.setText(text.repeated(3)); });
        both([&](QLabel &label) { label.setText(text.repeated(9)); });
        both([](QLabel &label) { label.setFont(textFont(22)); });
        both([](QLabel &label) { label.setStyleSheet(QStringLiteral("padding: 9px")); });
        both([](QLabel &label) { label.show(); });
        both([](QLabel &label) { label.setContentsMargins(3, 14, 3, 15); });
    }

    void tabComesToTheChosenSegmentFromTheStart() {
        SegmentedControl control;
        for (const char *text : {"Slow", "Watch", "Fast"})
            control.addSegment(QString::fromLatin1(text));
        control.setCurrent(2);
        const auto buttons = control.findChildren<QPushButton *>();
        const auto takesTab = [&](int index) {
            return (buttons[index]->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        };
        QVERIFY(!takesTab(0) && !takesTab(1) && takesTab(2));
        control.show();
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QVERIFY(!takesTab(0) && takesTab(1) && !takesTab(2));
    }

    void theFocusStaysWithTheChosenSegment() {
        SegmentedControl control;
        for (const char *text : {"None", "Top", "Left"})
            control.addSegment(QString::fromLatin1(text));
        control.show();
        control.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        const auto buttons = control.findChildren<QPushButton *>();
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        buttons[2]->setFocus();
        control.setCurrent(1); // as an undo does
        QVERIFY(buttons[1]->hasFocus());
    }

    void everyIconDrawsSomething() {
        for (const char *name :
             {"play", "pause", "step", "restart", "download", "moon", "sun", "shuffle"}) {
            const QIcon drawn = icon(QString::fromLatin1(name), theme(ThemeKind::Light));
            QVERIFY2(!drawn.isNull(), name);
            const QImage image = drawn.pixmap(24, 24).toImage();
            QVERIFY2(image != QImage(image.size(), image.format()) &&
                         qAlpha(image.pixel(0, 0)) == 0,
                     name);
        }
        QVERIFY(icon(QStringLiteral("nothing"), theme(ThemeKind::Light)).isNull());
    }
};

QTEST_MAIN(TestControls)
#include "test_controls.moc"
