#include "ui/widgets/honesty_meter.h"

#include "ui/theme/icons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/honesty_explanation.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/sample_size_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

namespace rbm {

namespace {

constexpr int kIconSize = 16;
constexpr int kColumnGap = 5;
constexpr int kSettingWidth = 104; ///< shows "10 temperatures"
constexpr int kSizeColumn = 1;
constexpr int kVerdictColumn = 3;

QLabel *makeText(const QString &text, const char *role, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    return label;
}

ElidedLabel *makeElidedText(const char *role, QWidget *parent) {
    auto *label = new ElidedLabel(parent);
    label->setProperty("role", role);
    return label;
}

/// Style sheets that are set on one widget win over the application's.
void setSheet(QWidget *widget, const QString &style) {
    if (widget->styleSheet() != style)
        widget->setStyleSheet(style);
}

} // namespace

HonestyMeter::HonestyMeter(QWidget *parent)
    : QWidget(parent), m_theme(theme(ThemeKind::Light)), m_pages(new QStackedLayout(this)) {
    setObjectName(QStringLiteral("honestyMeter"));
    setAccessibleName(tr("Honesty meter"));
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeTable());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    clear();
}

QWidget *HonestyMeter::makeEmpty() {
    auto *text = makeText(tr("Nothing was measured yet. The first check follows the first epoch; "
                             "“Measure likelihood now” in the Train menu does one at once."),
                          "empty", this);
    text->setObjectName(QStringLiteral("honestyEmpty"));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    return text;
}

QWidget *HonestyMeter::makeTable() {
    auto *page = new QWidget(this);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(9);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kColumnGap);
    grid->setVerticalSpacing(7);
    addHeadings(grid);
    m_rows[0] = makeRow(grid, 1, QStringLiteral("Original"));
    m_rows[1] = makeRow(grid, 2, QString());
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    box->addLayout(grid);
    box->addWidget(makeReason());
    return page;
}

void HonestyMeter::addHeadings(QGridLayout *grid) {
    const QString texts[] = {tr("Setting"), tr("Effective sample size"), tr("3 sigma, test"),
                             tr("Verdict")};
    const char *names[] = {"honestyHeadSetting", "honestyHeadSize", "honestyHeadInterval",
                           "honestyHeadVerdict"};
    for (int column = 0; column < 4; ++column) {
        ElidedLabel *label = makeElidedText("caption", this);
        if (column == kSizeColumn)
            whenLanguageChanges(label, [label] { label->setShortText(tr("ESS")); });
        label->setText(texts[column]);
        label->setToolTip(texts[column]);
        label->setObjectName(QLatin1String(names[column]));
        grid->addWidget(label, 0, column);
    }
}

HonestyMeter::Row HonestyMeter::makeRow(QGridLayout *grid, int line, const QString &suffix) {
    ElidedLabel *setting = makeElidedText("rowTitle", this);
    setting->setLeastWidth(kSettingWidth);
    Row row{setting, new SampleSizeBar(this), makeText(QString(), "value", this), new QLabel(this),
            makeText(QString(), "rowTitle", this)};
    row.setting->setObjectName(QStringLiteral("honestySetting") + suffix);
    row.size->setObjectName(QStringLiteral("honestySampleSize") + suffix);
    row.interval->setObjectName(QStringLiteral("honestyInterval") + suffix);
    row.verdict->setObjectName(QStringLiteral("honestyVerdict") + suffix);
    // Hidden labels do not have the style sheet's fonts yet, and would be laid out too narrow.
    row.setting->setFont(textFont(13, QFont::DemiBold));
    row.interval->setFont(numberFont(12));
    row.verdict->setFont(textFont(13, QFont::DemiBold));
    row.icon->setFixedSize(kIconSize, kIconSize);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(4);
    verdict->addWidget(row.icon);
    verdict->addWidget(row.verdict, 1);
    grid->addWidget(row.setting, line, 0);
    grid->addWidget(row.size, line, 1);
    grid->addWidget(row.interval, line, 2);
    grid->addLayout(verdict, line, kVerdictColumn);
    return row;
}

QWidget *HonestyMeter::makeReason() {
    m_strip = new QWidget(this);
    m_strip->setObjectName(QStringLiteral("honestyStrip"));
    m_strip->setAttribute(Qt::WA_StyledBackground);
    auto *box = new QHBoxLayout(m_strip);
    box->setContentsMargins(10, 5, 6, 5);
    box->setSpacing(8);
    m_reason = new QLabel(m_strip);
    m_reason->setObjectName(QStringLiteral("honestyReason"));
    m_reason->setWordWrap(true);
    m_why = new QPushButton(tr("Why?"), m_strip);
    m_why->setObjectName(QStringLiteral("honestyWhy"));
    m_why->setAccessibleName(tr("Why a likelihood can be too good to be true"));
    m_why->setCursor(Qt::PointingHandCursor);
    connect(m_why, &QPushButton::clicked, this, &HonestyMeter::toggleExplanation);
    box->addWidget(m_reason, 1);
    box->addWidget(m_why, 0, Qt::AlignVCenter);
    return m_strip;
}

void HonestyMeter::setTheme(const Theme &theme) {
    m_theme = theme;
    for (const Row &row : m_rows) {
        row.size->setTheme(theme);
        colour(row);
    }
    colourReason();
}

void HonestyMeter::setRows(const HonestyRow &original, const HonestyRow &trusted,
                           const QString &reason) {
    fill(m_rows[0], original);
    fill(m_rows[1], trusted);
    m_reason->setText(reason);
    colourReason();
    m_pages->setCurrentIndex(1);
    setAccessibleDescription(
        tr("%1: %2. %3").arg(trusted.setting, verdictWords(trusted.verdict), reason));
}

void HonestyMeter::clear() {
    m_pages->setCurrentIndex(0);
    setAccessibleDescription(QString());
}

void HonestyMeter::fill(Row &row, const HonestyRow &values) const {
    row.setting->setText(values.setting);
    row.setting->setShortText(values.shortSetting);
    row.size->setSize(values.effectiveSampleSize, values.runs);
    row.interval->setText(intervalText(values.test, values.verdict));
    row.verdict->setText(verdictWords(values.verdict));
    for (QWidget *part : std::initializer_list<QWidget *>{row.setting, row.size, row.interval,
                                                          row.verdict, row.icon})
        part->setToolTip(values.toolTip);
    row.shown = values.verdict;
    colour(row);
}

void HonestyMeter::colour(const Row &row) const {
    const QColor strong = verdictColour(row.shown, m_theme);
    setSheet(row.verdict, QStringLiteral("color: %1").arg(strong.name()));
    row.icon->setPixmap(icon(verdictIcon(row.shown), m_theme, strong)
                            .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
    const QColor number = row.shown == QuoteVerdict::DoNotQuote ? m_theme.text3 : m_theme.text;
    setSheet(row.interval, QStringLiteral("color: %1").arg(number.name()));
}

void HonestyMeter::colourReason() {
    const QuoteVerdict verdict = m_rows[1].shown;
    setSheet(m_strip,
             QStringLiteral("#honestyStrip { background: %1; border-radius: 6px; } "
                            "#honestyStrip QLabel, #honestyStrip QPushButton { color: %2; }")
                 .arg(verdictSoftColour(verdict, m_theme).name(),
                      verdictColour(verdict, m_theme).name()));
}

void HonestyMeter::hideEvent(QHideEvent *event) {
    if (m_explanation != nullptr)
        m_explanation->hide();
    QWidget::hideEvent(event);
}

void HonestyMeter::toggleExplanation() {
    if (m_explanation == nullptr)
        m_explanation = new HonestyExplanation(window());
    if (m_explanation->isVisible())
        m_explanation->hide();
    else
        m_explanation->openAbove(this); // so that the rows stay visible
}

} // namespace rbm
