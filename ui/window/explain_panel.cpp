#include "ui/window/explain_panel.h"

#include "ui/support/lesson.h"
#include "ui/theme/icons.h"
#include "ui/widgets/retranslate.h"
#include "ui/window/panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QVBoxLayout>

namespace rbm {

namespace {
constexpr int kCardWidth = 264; ///< at least; as the controls above it
constexpr int kCardHeight = 164;
constexpr int kStripHeight = 58;
constexpr int kStripTitle = 190; ///< one width, so that the text begins at one place
constexpr int kIconSize = 15;
constexpr int kGap = 8; ///< to the window's edges
} // namespace

ExplainPanel::ExplainPanel(QMainWindow *window)
    : QDockWidget(tr("Explain"), window), m_window(window), m_margin(new QWidget(this)) {
    setObjectName(QStringLiteral("explainPanel"));
    setAccessibleName(tr("Explain"));
    setFeatures(QDockWidget::DockWidgetClosable); // by the menu: without a title no cross shows
    setTitleBarWidget(new QWidget(this));
    makeContent();
    auto *around = new QVBoxLayout(m_margin);
    around->addWidget(m_card);
    setWidget(m_margin);
    window->addDockWidget(Qt::BottomDockWidgetArea, this);
    setShape(Shape::Card);
    m_text->installEventFilter(this);
    if (const Explanation *first = explanationOf(QStringLiteral("mainWindow")))
        setExplanation(*first);
    whenLanguageChanges(this, [this] {
        if (!m_lessonId.isEmpty()) // the rest stands as it is in the resource
            m_lesson->setAccessibleName(tr("Start: %1").arg(m_lesson->text()));
    });
}

void ExplainPanel::makeContent() {
    m_card = new QFrame(m_margin);
    m_card->setProperty("panel", true);
    m_icon = new QLabel(m_card);
    m_icon->setFixedSize(kIconSize, kIconSize);
    m_title = makeElidedLabel("heading", m_card);
    m_title->setObjectName(QStringLiteral("explainTitle"));
    m_text = new QLabel(m_card);
    m_text->setObjectName(QStringLiteral("explainText"));
    m_text->setProperty("role", "explain");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    // A long text must not widen the window.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_lesson = new QPushButton(m_card);
    m_lesson->setObjectName(QStringLiteral("explainLesson"));
    m_lesson->setProperty("link", true);
    connect(m_lesson, &QPushButton::clicked, this, [this] { emit lessonWanted(m_lessonId); });
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    m_layout = new QVBoxLayout(m_card);
    m_layout->addLayout(head);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_lesson);
}

void ExplainPanel::setExplanation(const Explanation &explanation) {
    m_title->setText(explanation.shownTitle());
    m_text->setText(explanation.shownText());
    m_lessonId = explanation.lesson;
    const Lesson *lesson = m_lessonId.isEmpty() ? nullptr : lessonOf(m_lessonId);
    // Its place stays, so that the text does not move from one control to the next.
    m_lesson->setText(lesson == nullptr ? QString() : lesson->shown(lesson->title));
    m_lesson->setEnabled(lesson != nullptr);
    m_lesson->setAccessibleName(lesson == nullptr ? tr("No lesson")
                                                  : tr("Start: %1").arg(m_lesson->text()));
}

/// A text too long for its place, as some languages have them, is told in full by its tool tip.
bool ExplainPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_text && (event->type() == QEvent::Resize || event->type() == QEvent::Paint)) {
        const bool fits = m_text->heightForWidth(m_text->width()) <= m_text->height();
        m_text->setToolTip(fits ? QString() : m_text->text());
    }
    return QDockWidget::eventFilter(watched, event);
}

void ExplainPanel::setShape(Shape shape) {
    if (shape == m_shape)
        return;
    m_shape = shape;
    const bool card = shape == Shape::Card;
    const bool hidden = isHidden();
    // Below the other docks of its side, not beside them.
    m_window->addDockWidget(card ? Qt::LeftDockWidgetArea : Qt::BottomDockWidgetArea, this,
                            Qt::Vertical);
    setVisible(!hidden);
    m_layout->setDirection(card ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setContentsMargins(14, card ? 10 : 4, card ? 10 : 8, card ? 8 : 4);
    m_layout->setSpacing(card ? 4 : 14);
    m_margin->layout()->setContentsMargins(kGap, 0, card ? 0 : kGap, kGap);
    m_margin->setMinimumWidth(card ? kCardWidth : 0);
    m_margin->setFixedHeight(card ? kCardHeight : kStripHeight);
    m_title->setMinimumWidth(card ? 0 : kStripTitle);
    m_text->setAlignment(card ? Qt::AlignTop | Qt::AlignLeft : Qt::AlignVCenter | Qt::AlignLeft);
}

void ExplainPanel::applyTheme(const Theme &theme) {
    m_icon->setPixmap(icon(QStringLiteral("lamp"), theme, theme.accent)
                          .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
}

} // namespace rbm
