#pragma once

#include "ui/widgets/likelihood_point.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace rbm {

class ElidedLabel;
class HonestyExplanation;
class SampleSizeBar;

/// One way of estimating the likelihood, and what came of it.
struct HonestyRow {
    QString setting; ///< "2.0 s, both ways"
    QString toolTip; ///< how it was measured, in full
    double effectiveSampleSize = 0;
    double runs = 0; ///< 0: enumerated
    LikelihoodValue test;
    QuoteVerdict verdict = QuoteVerdict::DoNotQuote;
    QString shortSetting = {}; ///< where there is no room for it; empty: its beginning
};

/// Says whether the likelihood may be quoted: a row for the original's estimate
/// and one for the trusted, each with effective sample size, interval and
/// verdict; under them why, and a button that explains.
class HonestyMeter : public QWidget {
    Q_OBJECT
public:
    explicit HonestyMeter(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `reason` is that of the trusted row's verdict, in one sentence.
    void setRows(const HonestyRow &original, const HonestyRow &trusted, const QString &reason);
    /// Nothing was measured yet.
    void clear();

protected:
    /// Takes the explanation with it.
    void hideEvent(QHideEvent *event) override;

private:
    /// The widgets of a row, from left to right.
    struct Row {
        ElidedLabel *setting;
        SampleSizeBar *size;
        QLabel *interval;
        QLabel *icon;
        QLabel *verdict;
        QuoteVerdict shown = QuoteVerdict::DoNotQuote;
    };

    QWidget *makeEmpty();
    QWidget *makeTable();
    QWidget *makeReason();
    void addHeadings(QGridLayout *grid);
    Row makeRow(QGridLayout *grid, int line, const QString &suffix);
    void fill(Row &row, const HonestyRow &values) const;
    void colour(const Row &row) const;
    void colourReason();
    void toggleExplanation();

    Theme m_theme;
    QStackedLayout *m_pages;
    std::array<Row, 2> m_rows{}; ///< original, trusted
    QWidget *m_strip = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_why = nullptr;
    HonestyExplanation *m_explanation = nullptr; ///< child of the window once opened
};

} // namespace rbm
