#include "tests/support/likelihood_points.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/honesty_meter.h"
#include "ui/widgets/sample_size_bar.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <limits>

using namespace rbm;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

HonestyRow originalRow() {
    return {QStringLiteral("10 temperatures"), QStringLiteral("forward only"), 2.9, 1000,
            {-70.25, -kInfinity, -63.5},       QuoteVerdict::DoNotQuote};
}

HonestyRow trustedRow(QuoteVerdict verdict, double effective) {
    return {QStringLiteral("2.0 s, both ways"),
            QStringLiteral("32 runs"),
            effective,
            32,
            {-93.75, -94.375, -93.125},
            verdict};
}

QString textOf(const HonestyMeter &meter, const char *name) {
    return meter.findChild<QLabel *>(QLatin1String(name))->text();
}

const SampleSizeBar &barOf(const HonestyMeter &meter, const char *name) {
    return *meter.findChild<SampleSizeBar *>(QLatin1String(name));
}

/// How many pixels of the bar's lowest line have this colour.
int pixelsOf(SampleSizeBar &bar, const QColor &colour) {
    const QImage picture = bar.grab().toImage();
    int count = 0;
    for (int x = 0; x < picture.width(); ++x)
        count += picture.pixelColor(x, picture.height() - 3) == colour ? 1 : 0;
    return count;
}

} // namespace

class TestHonestyMeter : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        qApp->setStyleSheet(styleSheet(theme(ThemeKind::Light)));
    }

    void withoutAMeasurementItSaysWhenTheFirstComes() {
        HonestyMeter meter;
        meter.show();
        auto *empty = meter.findChild<QLabel *>(QStringLiteral("honestyEmpty"));
        QVERIFY(empty->isVisible());
        meter.setRows(originalRow(), trustedRow(QuoteVerdict::Trust, 30.5), {});
        QVERIFY(!empty->isVisible());
        meter.clear();
        QVERIFY(empty->isVisible());
    }

    void theRowsTellNumbersIntervalAndVerdict_data() {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("interval");
        QTest::newRow("trust") << int(QuoteVerdict::Trust) << "Trust"
                               << "−94.4 … −93.1";
        QTest::newRow("caution") << int(QuoteVerdict::Caution) << "Caution"
                                 << "−94.4 … −93.1";
        QTest::newRow("don't quote") << int(QuoteVerdict::DoNotQuote) << "Don’t quote"
                                     << "at most −93";
        QTest::newRow("exact") << int(QuoteVerdict::Exact) << "Exact"
                               << "−93.75";
    }

    void theRowsTellNumbersIntervalAndVerdict() {
        QFETCH(int, verdict);
        QFETCH(QString, words);
        QFETCH(QString, interval);
        HonestyMeter meter;
        meter.setRows(originalRow(), trustedRow(static_cast<QuoteVerdict>(verdict), 30.5),
                      QStringLiteral("Because."));
        QCOMPARE(textOf(meter, "honestySetting"), QStringLiteral("2.0 s, both ways"));
        QCOMPARE(textOf(meter, "honestyVerdict"), words);
        QCOMPARE(textOf(meter, "honestyInterval"), interval);
        QCOMPARE(barOf(meter, "honestySampleSize").text(), QStringLiteral("30.5 of 32 runs"));
        QCOMPARE(textOf(meter, "honestyReason"), QStringLiteral("Because."));
        QCOMPARE(textOf(meter, "honestyVerdictOriginal"), QStringLiteral("Don’t quote"));
        QCOMPARE(textOf(meter, "honestyIntervalOriginal"), QStringLiteral("at most −63"));
        QVERIFY(meter.accessibleDescription().contains(words));
    }

    void whereItIsNarrowTheSettingsStayWhole() {
        HonestyMeter meter;
        meter.setRows(originalRow(), trustedRow(QuoteVerdict::Trust, 30.5), {});
        meter.show();
        auto *head = meter.findChild<ElidedLabel *>(QStringLiteral("honestyHeadSize"));
        meter.resize(700, meter.sizeHint().height());
        QTRY_COMPARE(head->shownText(), QStringLiteral("Effective sample size"));
        meter.resize(meter.minimumSizeHint().width(), meter.sizeHint().height());
        QTRY_COMPARE(head->shownText(), QStringLiteral("ESS"));
        for (const char *name : {"honestySetting", "honestySettingOriginal", "honestyInterval",
                                 "honestyVerdict", "honestyVerdictOriginal"}) {
            const auto *label = meter.findChild<QLabel *>(QLatin1String(name));
            QVERIFY2(label->width() >= label->sizeHint().width(), name);
        }
        // It fits beside the filters in the smallest window.
        QVERIFY2(meter.minimumSizeHint().width() <= 420,
                 qPrintable(QString::number(meter.minimumSizeHint().width())));
    }

    void aSettingOfALongerLanguageHasAShortForm() {
        HonestyMeter meter;
        HonestyRow original = originalRow();
        original.setting = QStringLiteral("10 Temperaturen im Original");
        original.shortSetting = QStringLiteral("10 Temp.");
        meter.setRows(original, trustedRow(QuoteVerdict::Trust, 30.5), {});
        meter.show();
        const auto *label =
            meter.findChild<ElidedLabel *>(QStringLiteral("honestySettingOriginal"));
        meter.resize(1200, meter.sizeHint().height());
        QTRY_COMPARE(label->shownText(), original.setting);
        meter.resize(meter.minimumSizeHint().width(), meter.sizeHint().height());
        QTRY_COMPARE(label->shownText(), original.shortSetting);
    }

    void aCaptionOfAFewLettersVanishes() {
        ElidedLabel label;
        label.vanishWhereNarrow();
        label.setText(QStringLiteral("nats per image"));
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), label.text());
        label.resize(label.sizeHint().width() - 10, 20);
        QVERIFY(label.shownText().endsWith(QChar(0x2026)));
        label.resize(label.sizeHint().width() / 4, 20);
        QCOMPARE(label.shownText(), QString());
    }

    void theBarShowsTheShareOfTheRunsInTheVerdictsColour() {
        const Theme &light = theme(ThemeKind::Light);
        SampleSizeBar bar;
        bar.setTheme(light);
        bar.resize(200, bar.sizeHint().height());
        bar.setSize(24, 32);
        QCOMPARE(bar.share(), 0.75);
        QVERIFY(std::abs(pixelsOf(bar, light.good) - 150) < 12); // less ticks and round ends
        QCOMPARE(pixelsOf(bar, light.warning), 0);
        bar.setSize(8, 32);
        QVERIFY(std::abs(pixelsOf(bar, light.warning) - 50) < 12);
        QCOMPARE(pixelsOf(bar, light.good), 0);
        bar.setSize(0, 0);
        QCOMPARE(bar.text(), QStringLiteral("all states counted"));
        QCOMPARE(bar.share(), 1.0);
    }

    void everyVerdictHasAnIconOfItsOwn() {
        HonestyMeter meter;
        meter.setTheme(theme(ThemeKind::Light));
        QStringList icons;
        for (const auto verdict : {QuoteVerdict::Exact, QuoteVerdict::Trust, QuoteVerdict::Caution,
                                   QuoteVerdict::DoNotQuote})
            icons += verdictIcon(verdict);
        QCOMPARE(icons.removeDuplicates(), 0);
        meter.setRows(originalRow(), trustedRow(QuoteVerdict::Caution, 5), {});
        int pictures = 0;
        for (const auto *label : meter.findChildren<QLabel *>())
            pictures += label->pixmap().isNull() ? 0 : 1;
        QCOMPARE(pictures, 2);
    }

    void whyOpensAnExplanationThatEscapeCloses() {
        QWidget window;
        window.resize(900, 600);
        HonestyMeter meter(&window);
        meter.setGeometry(100, 400, 500, 160);
        window.show();
        meter.setRows(originalRow(), trustedRow(QuoteVerdict::Trust, 30.5), {});
        auto *why = meter.findChild<QPushButton *>(QStringLiteral("honestyWhy"));
        QTest::mouseClick(why, Qt::LeftButton);
        auto *explanation = window.findChild<QWidget *>(QStringLiteral("honestyExplanation"));
        QVERIFY(explanation != nullptr && explanation->isVisible());
        QVERIFY(window.rect().contains(explanation->geometry()));
        QTest::keyClick(explanation, Qt::Key_Escape);
        QVERIFY(!explanation->isVisible());
        QTest::mouseClick(why, Qt::LeftButton);
        QVERIFY(explanation->isVisible());
        QTest::mouseClick(
            explanation->findChild<QPushButton *>(QStringLiteral("honestyExplanationClose")),
            Qt::LeftButton);
        QVERIFY(!explanation->isVisible());
    }

    void theLongestRowsFitBesideTheFiltersAtTheSmallestWindow() {
        constexpr int kRoom = 458; // measured at 1100 x 700
        HonestyMeter meter;
        HonestyRow original = originalRow();
        original.effectiveSampleSize = 105.3;
        HonestyRow trusted = trustedRow(QuoteVerdict::Trust, 30.5);
        trusted.test = {-206.25, -206.37, -206.13};
        meter.setRows(original, trusted, {});
        meter.show();
        QVERIFY2(meter.minimumSizeHint().width() <= kRoom,
                 qPrintable(QString::number(meter.minimumSizeHint().width())));
    }

    void aLongReasonDoesNotWidenIt() {
        HonestyMeter meter;
        meter.setRows(originalRow(), trustedRow(QuoteVerdict::Trust, 30.5), {});
        const int width = meter.minimumSizeHint().width();
        meter.setRows(originalRow(), trustedRow(QuoteVerdict::Trust, 30.5),
                      QStringLiteral("A reason of many words that goes on. ").repeated(8));
        QCOMPARE(meter.minimumSizeHint().width(), width);
    }
};

QTEST_MAIN(TestHonestyMeter)
#include "test_honesty_meter.moc"
