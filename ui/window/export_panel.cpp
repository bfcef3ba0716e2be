#include "ui/window/export_panel.h"

#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rbm {

namespace {

constexpr int kWidth = 320;
constexpr int kMargin = 16; ///< to the window's corner
constexpr int kScales = 4;

QString nameOf(ExportKind kind) {
    switch (kind) {
    case ExportKind::Samples:
        return ExportPanel::tr("Real digits and samples");
    case ExportKind::Evolution:
        return ExportPanel::tr("The chains’ evolution");
    case ExportKind::Filters:
        return ExportPanel::tr("Filters");
    case ExportKind::Plot:
        return ExportPanel::tr("Log-likelihood of this run");
    case ExportKind::Runs:
        break;
    }
    return ExportPanel::tr("Curves of the checked runs");
}

bool isPlot(ExportKind kind) { return kind == ExportKind::Plot || kind == ExportKind::Runs; }

std::vector<std::pair<QString, ExportFormat>> formatsOf(ExportKind kind) {
    if (kind == ExportKind::Evolution)
        return {{ExportPanel::tr("PNG series"), ExportFormat::Png}};
    if (!isPlot(kind))
        return {{ExportPanel::tr("PNG"), ExportFormat::Png}};
    return {{ExportPanel::tr("PNG, and a table (CSV)"), ExportFormat::Png},
            {ExportPanel::tr("SVG, and a table (CSV)"), ExportFormat::Svg},
            {ExportPanel::tr("PDF, and a table (CSV)"), ExportFormat::Pdf},
            {ExportPanel::tr("Table alone (CSV)"), ExportFormat::Csv}};
}

} // namespace

ExportPanel::ExportPanel(QWidget *parent) : QFrame(parent) {
    setObjectName(QStringLiteral("exportPanel"));
    setAccessibleName(tr("Export"));
    setFixedWidth(kWidth);
    makeFields();
    parent->installEventFilter(this);
    hide();
    whenLanguageChanges(this, [this] { refresh(); });
}

void ExportPanel::makeFields() {
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("exportWhat"));
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_scale = new SegmentedControl(this);
    m_scale->setObjectName(QStringLiteral("exportScale"));
    for (int scale = 1; scale <= kScales; ++scale)
        m_scale->addSegment(tr("%1×").arg(scale));
    whenLanguageChanges(m_scale, [this] {
        for (int scale = 1; scale <= kScales; ++scale)
            m_scale->setSegmentEnabled(scale - 1, true, tr("%1 pixels for a pixel").arg(scale));
    });
    m_every = new QSpinBox(this);
    m_every->setObjectName(QStringLiteral("exportEvery"));
    m_every->setRange(1, static_cast<int>(kChainLength));
    m_every->setValue(ExportChoice{}.every);
    m_every->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_every->setSuffix(tr(" steps"));
    m_greyscale = new QCheckBox(this);
    m_greyscale->setObjectName(QStringLiteral("exportGreyscale"));
    m_text = makeLabel(QString(), "caption", this);
    m_text->setObjectName(QStringLiteral("exportText"));
    m_text->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("exportCancel"));
    cancel->setAutoDefault(true); // Return on it is no saving
    m_save = new QPushButton(tr("Save as…"), this);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setProperty("primary", true);

    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(14);
    fields->setVerticalSpacing(8);
    fields->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(10);
    layout->addWidget(makeLabel(tr("Export"), "title", this));
    layout->addLayout(fields);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        field->setAccessibleName(text);
        const int row = fields->rowCount();
        fields->addWidget(label, row, 0);
        fields->addWidget(field, row, 1);
        m_labels.push_back({field, label});
    };
    addRow(tr("What"), m_what);
    addRow(tr("Format"), m_format);
    addRow(tr("Scale"), m_scale);
    addRow(tr("Every"), m_every);
    addRow(tr("Greyscale"), m_greyscale);

    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportPanel::showFields);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportPanel::showText);
    connect(m_scale, &SegmentedControl::currentChanged, this, &ExportPanel::showText);
    connect(m_every, &QSpinBox::valueChanged, this, &ExportPanel::showText);
    connect(m_save, &QPushButton::clicked, this, &ExportPanel::save);
    connect(cancel, &QPushButton::clicked, this, &ExportPanel::leave);
}

void ExportPanel::setDescribe(std::function<QString(const ExportChoice &)> describe) {
    m_describe = std::move(describe);
}

void ExportPanel::offer(const std::vector<ExportKind> &kinds, ExportKind chosen) {
    if (isHidden())
        m_before = QApplication::focusWidget();
    {
        const QSignalBlocker blocker(m_what);
        m_what->clear();
        for (const ExportKind each : kinds)
            m_what->addItem(nameOf(each), static_cast<int>(each));
        m_what->setCurrentIndex(m_what->findData(static_cast<int>(chosen)));
    }
    showFields();
    show();
    raise();
    m_what->setFocus(Qt::ShortcutFocusReason); // from where Return saves, and Tab leads on
}

void ExportPanel::addFilters() {
    const int kind = static_cast<int>(ExportKind::Filters);
    if (m_what->findData(kind) >= 0)
        return;
    const QSignalBlocker sameChoice(m_what);
    m_what->insertItem(m_what->findData(static_cast<int>(ExportKind::Plot)) + 1,
                       nameOf(ExportKind::Filters), kind);
}

ExportKind ExportPanel::kind() const {
    return static_cast<ExportKind>(m_what->currentData().toInt());
}

ExportChoice ExportPanel::choice() const {
    return {kind(), static_cast<ExportFormat>(m_format->currentData().toInt()),
            m_scale->current() + 1, m_greyscale->isChecked(), m_every->value()};
}

void ExportPanel::showFields() {
    {
        const QSignalBlocker blocker(m_format);
        const QVariant last = m_format->currentData();
        m_format->clear();
        for (const auto &[name, format] : formatsOf(kind()))
            m_format->addItem(name, static_cast<int>(format));
        m_format->setCurrentIndex(std::max(0, m_format->findData(last)));
        m_format->setEnabled(m_format->count() > 1);
    }
    showText();
}

/// A field that means nothing for this choice is not shown.
void ExportPanel::showText() {
    const ExportChoice now = choice();
    for (const auto &[field, label] : m_labels) {
        const bool means = field == m_scale       ? now.format == ExportFormat::Png
                           : field == m_every     ? now.kind == ExportKind::Evolution
                           : field == m_greyscale ? now.kind == ExportKind::Filters
                                                  : true;
        field->setVisible(means);
        label->setVisible(means);
    }
    m_text->setText(m_describe ? m_describe(now) : QString());
    place();
}

void ExportPanel::refresh() {
    if (isHidden() || !m_describe)
        return;
    const QString text = m_describe(choice());
    if (text.isEmpty() || text == m_text->text())
        return;
    m_text->setText(text);
    place();
}

void ExportPanel::place() {
    layout()->activate();
    resize(kWidth, layout()->totalHeightForWidth(kWidth));
    move(parentWidget()->width() - width() - kMargin, kMargin);
}

void ExportPanel::save() {
    leave();
    emit saveWanted(choice());
}

void ExportPanel::leave() {
    const bool had = isAncestorOf(QApplication::focusWidget());
    hide();
    if (had && m_before != nullptr)
        m_before->setFocus(Qt::OtherFocusReason);
}

/// While the focus is here these keys mean what they mean here, whatever workspaces make of them.
bool ExportPanel::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void ExportPanel::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        leave();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        save();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

bool ExportPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace rbm
